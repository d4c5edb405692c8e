"""Each format from an invented export: counts, facts of the head, body without furniture."""

# ruff: noqa: E501 (lines of exports are as long as they are)

from __future__ import annotations

import json

import pandas as pd
import pytest

from framing.corpus.importers import import_paths, write_iramuteq
from tests.corpus.importers import made


def body_of(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_nexis_docx_gives_heads_and_bodies(tmp_path):
    result = import_paths([made.docx(tmp_path / "export.docx", made.nexis())])

    row = result.report.data.iloc[0]
    assert (row["format"], row["announced"], row["found"]) == ("nexis_docx", 2, 2)
    first, second = result.documents
    assert (first.title, first.outlet, first.date, first.author) == (
        "Quay opens in Lindmoor 1", "The Harbour Post(Lindmoor)", "2019-07-01", "Bo Marsh",
    )  # fmt: skip
    assert first.section == "NEWS; Version:0"
    assert first.lang == "en"
    assert first.text == body_of(*made.BODY)
    assert second.text == body_of(*made.OTHER)
    assert set(result.report.dropped["reason"]) >= {"cover", "graphic", "highlight"}
    assert list(result.report.documents["words_announced"]) == [35, 36]
    assert result.report.documents["load_date"][0] == "July 3, 2019"


@pytest.mark.parametrize("container", ["docx", "rtf", "txt"])
def test_nexis_gives_the_same_documents_and_ids_in_every_container(tmp_path, container):
    lines = made.nexis()
    path = tmp_path / f"export.{container}"
    if container == "txt":
        path.write_text("\n".join(lines), encoding="utf-8")
    else:
        getattr(made, container)(path, lines)

    result = import_paths([path])

    reference = import_paths([made.docx(tmp_path / "reference.docx", lines)])
    assert [(d.id, d.title, d.date, d.text) for d in result.documents] == [
        (d.id, d.title, d.date, d.text) for d in reference.documents
    ]


@pytest.mark.parametrize(
    ("length", "body", "end", "date", "iso"),
    [
        ("Länge", "Body", "End of Document", "Dienstag 7. Juli 2020", "2020-07-07"),
        ("Lengte", "Body", "End of Document", "donderdag 3 juli 2020", "2020-07-03"),
        ("Longueur", "Corps", "Fin du document", "mardi 14 mars 2006", "2006-03-14"),
        ("Longitud", "Cuerpo", "Fin del documento", "3 de julio de 2020 viernes", "2020-07-03"),
        ("Lunghezza", "Corpo", "Fine del documento", "venerdì 3 luglio 2020", "2020-07-03"),
        ("Comprimento", "Corpo", "Fim do documento", "3 de julho de 2020", "2020-07-03"),
    ],
)
def test_nexis_is_read_in_other_languages(tmp_path, length, body, end, date, iso):
    path = tmp_path / "single.txt"
    path.write_text("\n".join(made.nexis(1, cover=False, words=length, body=body, end=end, dates=(date,))), encoding="utf-8")

    document = import_paths([path]).documents[0]

    assert document.date == iso
    assert document.title == "Quay opens in Lindmoor 1"
    assert document.text == body_of(*made.BODY)


def test_a_sub_headline_called_notes_does_not_end_a_nexis_body(tmp_path):
    lines = made.nexis(1, cover=False)
    at = lines.index(made.BODY[1])
    lines[at:at] = ["Notes", ""]
    lines[at + 4 : at + 4] = [f"Paragraph {i} of the long middle part." for i in range(10)]
    path = tmp_path / "single.txt"
    path.write_text("\n".join(lines), encoding="utf-8")

    text = import_paths([path]).documents[0].text

    assert made.BODY[2] in text
    assert "Classification" not in text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lexisnexis_text_is_read_with_every_line_end(tmp_path, ends):
    path = tmp_path / "export.TXT"
    path.write_bytes(made.lexisnexis_txt(3).replace("\n", ends).encode("utf-8"))

    result = import_paths([path])

    row = result.report.data.iloc[0]
    assert (row["format"], row["announced"], row["found"]) == ("lexisnexis_txt", 3, 3)
    first = result.documents[0]
    assert (first.title, first.outlet, first.date, first.section) == (
        "Quay opens in Lindmoor",
        "The Harbour Post",
        "2010-01-10",
        "NEWS; Pg. 3",
    )
    assert first.text == (
        "The harbour authority opened the new quay on Monday after two years of well-known trouble.\n\n"
        "Residents asked: LENGTH: does it matter? The answer was given on the first day of the spring."
    )
    assert first.rights == "Copyright 2010 Harbour Media Ltd All Rights Reserved"
    assert result.report.documents["words_announced"][0] == 1234
    assert result.report.documents["edition"][0] == "First Edition"


def test_lexisnexis_in_german_is_read(tmp_path):
    text = (
        made.lexisnexis_txt(1).replace("1 of 1 DOCUMENTS", "Dokument 1 von 1").replace("LENGTH: 1,234 words", "LÄNGE: 1.234 Wörter")
        .replace("BYLINE", "AUTOR").replace("SECTION", "RUBRIK").replace("LOAD-DATE: January 11, 2010", "UPDATE: 11. Januar 2010")
        .replace("LANGUAGE: ENGLISH", "SPRACHE: GERMAN; DEUTSCH").replace("GRAPHIC", "GRAFIK").replace("January 10, 2010 Monday", "Montag 11. Januar 2010")
        .replace("HIGHLIGHT", "HERVORHEBUNG").replace("PUBLICATION-TYPE", "ZEITUNGSTYP").replace("Selected Items", "Ausgewählte Dokumente")
    )  # fmt: skip
    path = tmp_path / "export.txt"
    path.write_bytes(text.replace("\ufeff", "").encode("cp1252"))

    document = import_paths([path]).documents[0]

    assert (document.date, document.author, document.lang) == ("2010-01-11", "Bo Marsh", "de")
    assert document.text.startswith("The harbour authority")
    assert document.text.endswith("of the spring.")


def test_lexisnexis_html_in_french_keeps_highlights_inside_words(tmp_path):
    path = tmp_path / "export.html"
    path.write_text(made.lexisnexis_html_fr(), encoding="utf-8")

    result = import_paths([path])

    assert result.report.data.iloc[0][["format", "announced", "found"]].tolist() == ["lexisnexis_html", 2, 2]
    first, second = result.documents
    assert (first.title, first.outlet, first.date, first.author) == (
        "Le quai ouvre enfin",
        "Le Courrier du Port",
        "2015-02-16",
        "Bo Marsh",
    )
    assert (first.section, first.lang, second.date) == ("Actualité; p. 4", "fr", "2015-03-01")
    assert first.text == "Le port a ouvert le nouveau quai lundi, après deux ans.\n\nLes habitants attendent."
    assert first.rights == "Copyright 2015 Courrier Tous droits réservés"


def test_factiva_html_without_codes_is_read_by_position(tmp_path):
    path = tmp_path / "factiva.html"
    path.write_text(made.factiva_html_plain(), encoding="utf-8")

    result = import_paths([path])

    (document,) = result.documents
    assert (document.title, document.section, document.author) == ("El muelle abre por fin", "Puerto", "Bo Marsh")
    assert (document.outlet, document.date, document.lang) == ("El Correo del Puerto", "2020-07-03", "es")
    assert document.text == "El puerto abrió el muelle el lunes.\n\nLos vecinos esperan."
    row = result.report.documents.iloc[0]
    assert (row["accession"], row["words_announced"], row["page"]) == ("CORPUE0020200703eg7300001", 1021, "12")


@pytest.mark.parametrize("container", ["rtf", "txt", "docx"])
def test_factiva_text_is_read_by_position(tmp_path, container):
    path = tmp_path / f"factiva.{container}"
    if container == "txt":
        path.write_text("\n".join(made.factiva_rtf_lines()), encoding="utf-8")
    else:
        getattr(made, container)(path, made.factiva_rtf_lines())

    result = import_paths([path])

    first, second = result.documents
    assert result.report.data["format"][0] == f"factiva_{container}"
    assert (first.title, first.section, first.author, first.outlet) == (
        "Quay opens in Lindmoor at last",
        "News",
        "By Bo Marsh",
        "The Harbour Post",
    )
    assert (first.date, first.lang, first.text) == ("2014-04-14", "en", body_of(*made.BODY))
    assert (second.title, second.outlet, second.date, second.lang) == (
        "Crews go back to sea in the bay",
        "Der Hafenbote",
        "2014-05-15",
        "de",
    )
    assert second.text == body_of(*made.OTHER)
    assert list(result.report.dropped["reason"]) == ["search summary"]


def test_factiva_text_with_codes_is_read_by_code(tmp_path):
    path = tmp_path / "factiva.txt"
    path.write_text(
        "HD\tQuay opens in Lindmoor\nBY\tBo Marsh\nWC\t402 words\nPD\t14 April 2014\nSN\tThe Harbour Post\nSC\tHARPOS\nLA\tEnglish\n"
        f"CY\t(c) 2014 Harbour Media\nLP\t{made.BODY[0]}\nTD\t{made.BODY[1]}\n{made.BODY[2]}\nNS\tgcat : Political News\n"
        "AN\tDocument HARPOS0020140414ea4e00051\n",
        encoding="utf-8",
    )

    (document,) = import_paths([path]).documents

    assert (document.title, document.author, document.date) == ("Quay opens in Lindmoor", "Bo Marsh", "2014-04-14")
    assert document.text == body_of(*made.BODY)


def test_factiva_xml_joins_highlights_and_counts_the_result_set(tmp_path):
    path = tmp_path / "factiva.xml"
    path.write_text(made.factiva_xml(), encoding="utf-8")

    result = import_paths([path])

    assert result.report.data.iloc[0][["format", "announced", "found"]].tolist() == ["factiva_xml", 3, 3]
    assert [document.title for document in result.documents] == ["Quay opens 0", "Quay opens 1", "Quay opens 2"]
    assert result.documents[2].date == "2014-04-12"
    assert result.documents[0].text == body_of(*made.BODY)


def test_proquest_tdm_xml_is_read(tmp_path):
    path = tmp_path / "tdm.xml"
    path.write_text(
        '<?xml version="1.0"?><RECORD><GOID>900001</GOID><Obj><NumericDate>2010-05-08</NumericDate><Title>Quay opens</Title></Obj>'
        "<TextInfo><Text>&lt;p&gt;The quay is open.&lt;/p&gt;&lt;p&gt;The ferry stays.&lt;/p&gt;</Text></TextInfo>"
        "<DFS><PubFrosting><Title>The Harbour Post</Title></PubFrosting></DFS></RECORD>",
        encoding="utf-8",
    )

    (document,) = import_paths([path]).documents

    assert (document.title, document.outlet, document.date) == ("Quay opens", "The Harbour Post", "2010-05-08")
    assert document.text == "The quay is open.\n\nThe ferry stays."


def test_proquest_text_keeps_lines_with_colons_in_the_body(tmp_path):
    path = tmp_path / "proquest.txt"
    path.write_text(made.proquest_txt(3), encoding="utf-8")

    result = import_paths([path])

    assert result.report.data.iloc[0][["format", "announced", "found"]].tolist() == ["proquest_txt", 3, 3]
    first = result.documents[0]
    assert first.text == body_of(
        *made.BODY, "Location: the old pier, where the ferry lands.", "CAPTION: The quay on Monday.", "CREDIT: Bo Marsh"
    )
    assert (first.title, first.outlet, first.date, first.section, first.lang) == (
        "Quay opens in Lindmoor 0", "The Harbour Post; Lindmoor", "2022-03-09", "News", "en",
    )  # fmt: skip
    assert first.url == "https://www.proquest.com/docview/900000/se-2"


def test_proquest_text_is_read_where_spaces_are_lost_or_put_in(tmp_path):
    damaged = (
        made.proquest_txt(3).replace("ProQuest document ID: 900001", "ProQuestdocument ID: 900001")
        .replace("Publication date: Mar", "Publica tiondate: Mar", 1).replace("Document URL:", "DocumentURL:", 1)
        .replace("Publication title: The Harbour Post;", "Publicationtitle: The Har bour Post;", 1)
        .replace("Full text:", "Fulltext:", 1)
    )  # fmt: skip
    path = tmp_path / "proquest.txt"
    path.write_text(damaged.replace("\n", "\r\n"), encoding="utf-8", newline="")

    result = import_paths([path])
    whole = tmp_path / "whole.txt"
    whole.write_text(made.proquest_txt(3), encoding="utf-8")
    reference = import_paths([whole])

    assert result.documents[0].text == reference.documents[0].text
    assert [d.id for d in result.documents] == [d.id for d in reference.documents]
    assert {d.outlet for d in result.documents} == {"The Harbour Post; Lindmoor"}
    assert list(result.report.problems["kind"]) == ["outlet spelling"]


@pytest.mark.parametrize(
    ("names", "date", "language", "code"),
    [
        (("Informations sur la publication", "Résumé", "Liens", "Texte intégral", "Sujet", "Titre", "Titre de la publication", "Première page",
          "Année de publication", "Date de publication", "Section", "Langue de publication", "ID de document ProQuest", "URL du document",
          "Copyright", "Base de données"), "9 mars 2022", "Français", "fr"),
        (("Publikationsinfo", "Zusammenfassung", "Links", "Volltext", "Thema", "Titel", "Publikationstitel", "Erste Seite", "Publikationsjahr",
          "Publikationsdatum", "Rubrik", "Publikationssprache", "ProQuest-Dokument-ID", "Dokument-URL", "Copyright", "Datenbank"),
         "9. März 2022", "Deutsch", "de"),
        (("Información de publicación", "Resumen", "Enlaces", "Texto completo", "Materia", "Título", "Título de publicación", "Primera página",
          "Año de publicación", "Fecha de publicación", "Sección", "Idioma de la publicación", "ID del documento de ProQuest",
          "URL del documento", "Copyright", "Base de datos"), "9 de marzo de 2022", "Español", "es"),
    ],
)  # fmt: skip
def test_proquest_text_is_read_in_other_languages(tmp_path, names, date, language, code):
    path = tmp_path / "proquest.txt"
    record = made.proquest_record(7, names=names, date=date, language=language)
    path.write_text(made.RULE + record + made.RULE + made.FOOT, encoding="utf-8")

    result = import_paths([path])

    (document,) = result.documents
    assert (document.date, document.lang, document.outlet) == ("2022-03-09", code, "The Harbour Post; Lindmoor")
    assert document.text.endswith("CREDIT: Bo Marsh")
    assert result.report.documents["accession"][0] == "900007"


@pytest.mark.parametrize("kind", ["html", "eml", "forwarded"])
def test_proquest_html_and_mail_give_the_same_records(tmp_path, kind):
    path = tmp_path / f"proquest.{kind}"
    path.write_bytes(made.proquest_html().encode() if kind == "html" else made.proquest_eml(forwarded=kind == "forwarded"))

    result = import_paths([path])

    assert result.report.data.iloc[0][["announced", "found"]].tolist() == [2, 2]
    for i, document in enumerate(result.documents):
        assert document.title == f"Quay opens in Lindmoor {i}"
        assert (document.date, document.author, document.lang) == ("2010-05-08", "Marsh, Bo", "en")
        assert document.text == body_of(made.BODY[0], "> " + made.BODY[1], made.BODY[2])
    assert result.documents[0].url == "https://search.proquest.com/docview/900000"


def test_europresse_in_both_layouts_is_read(tmp_path):
    (tmp_path / "new.html").write_text(made.europresse_new(), encoding="utf-8")
    (tmp_path / "old.html").write_bytes(made.europresse_old())

    result = import_paths([tmp_path])

    new, _, old = result.documents
    assert (new.title, new.outlet, new.date, new.section, new.author) == (
        "Le quai ouvre 0",
        "Le Courrier du Port",
        "2006-03-10",
        "Économie",
        "Bo Marsh",
    )
    assert new.text == "Le quai a ouvert lundi.\n\n> Nous garderons le bac.\n\nLes habitants attendent."
    assert (old.title, old.date, old.section, old.author) == ("Le quai ouvre", "2012-10-04", "Éditorial", "Bo Marsh")
    assert old.text == "Le quai a ouvert lundi.\n\nLes habitants espèrent."
    assert list(result.report.documents["page"]) == ["3", "4", "03"]


def test_ris_records_say_that_their_body_is_an_abstract(tmp_path):
    path = tmp_path / "news.ris"
    path.write_text(
        "TY  - NEWS\nTI  - Quay opens\nJF  - The Harbour Post\nDA  - 2010/05/08/\nLA  - English\nAB  - The quay is open.\nUR  - https://harbour.example/1\nER  - \n\n"
        "TY  - NEWS\nTI  - Crews at sea\nT2  - The Harbour Post\nPY  - 2011\nER  - \n",
        encoding="utf-8-sig",
    )

    result = import_paths([path])

    first, second = result.documents
    assert (first.title, first.outlet, first.date, first.lang, first.text) == (
        "Quay opens",
        "The Harbour Post",
        "2010-05-08",
        "en",
        "The quay is open.",
    )
    assert (second.date, second.text) == ("2011", "")
    assert set(result.report.problems["kind"]) == {"abstract only", "text"}


def test_iramuteq_comes_back_as_it_was_written(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(made.BODY), encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(made.OTHER), encoding="utf-8")
    documents = import_paths([tmp_path / "a.txt", tmp_path / "b.txt"]).documents

    written = write_iramuteq(documents, tmp_path / "starred.txt")
    again = import_paths([written])

    assert written.read_text(encoding="utf-8").startswith("**** *id_")
    assert again.report.data["format"][0] == "iramuteq_txt"
    assert [document.text for document in again.documents] == [document.text for document in documents]
    assert [document.id for document in again.documents] == [document.id for document in documents]


def test_saved_pages_keep_block_quotations_as_lines(tmp_path):
    (tmp_path / "page.html").write_text(made.page(), encoding="utf-8")

    (document,) = import_paths([tmp_path]).documents

    assert (document.title, document.outlet, document.date, document.lang) == (
        "Quay opens",
        "The Harbour Post",
        "2019-07-01",
        "en",
    )
    quoted = [paragraph for paragraph in document.text.split("\n\n") if paragraph.startswith("> ")]
    assert len(quoted) == 1
    assert quoted[0].startswith("> A ferry is a bridge that moves")
    assert "Imprint" not in document.text


def test_pages_saved_as_mhtml_or_without_a_page_around_them_are_read(tmp_path):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by a browser>", "Quay opens"
    message.set_content(made.page(), subtype="html")
    (tmp_path / "a.mhtml").write_bytes(message.as_bytes())
    inner = made.page("Another").split("<article>")[1].split("</article>")[0]
    (tmp_path / "b.html").write_text(f"<div>{inner.replace('town', 'village')}</div>", encoding="utf-8")

    result = import_paths([tmp_path])

    assert list(result.report.data["format"]) == ["web_page_eml", "web_page_html"]
    assert all(made.BODY[0] in document.text for document in result.documents)
    assert len(result.documents) == 2


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_web_archives_give_each_answered_page_once(tmp_path, name):
    path = made.warc(
        tmp_path / name,
        [("https://harbour.example/1", "200 OK", made.page("One")), ("https://harbour.example/1#top", "200 OK", made.page("One")),
         ("https://harbour.example/2", "404 Not Found", made.page("Gone")), ("https://harbour.example/3", "200 OK", made.page("Three", made.OTHER * 2))],
    )  # fmt: skip

    result = import_paths([path])

    assert [document.url for document in result.documents] == ["https://harbour.example/1", "https://harbour.example/3"]
    assert "double address" in set(result.report.problems["kind"])


def test_media_cloud_lists_are_joined_to_texts_by_address(tmp_path):
    (tmp_path / "mc-onlinenews-content.csv").write_text(
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        "1,2019-07-02,en,The Harbour Post,harbour.example,2019-07-01,Quay opens,https://harbour.example/1?utm_source=x\n"
        "2,2019-07-02,en,The Harbour Post,harbour.example,2019-07-02,No text,https://harbour.example/2\n",
        encoding="utf-8",
    )
    (tmp_path / "texts.json").write_text(
        json.dumps([{"url": "http://www.harbour.example/1", "text": made.BODY[0]}]), encoding="utf-8"
    )

    result = import_paths([tmp_path])

    (document,) = result.documents
    assert (document.title, document.outlet, document.date, document.text) == (
        "Quay opens",
        "The Harbour Post",
        "2019-07-01",
        made.BODY[0],
    )
    missing = result.report.problems[result.report.problems["kind"] == "no text"]
    assert len(missing) == 1
    assert "harbour.example/2" in missing["detail"].iloc[0]


def test_media_cloud_sentences_become_one_text(tmp_path):
    rows = [
        {"sentence": s, "sentence_number": i, "stories_id": 7, "language": "en", "publish_date": "2014-03-01"}
        for i, s in enumerate(made.BODY)
    ]
    (tmp_path / "sentences.json").write_text(json.dumps({"7": rows[::-1]}), encoding="utf-8")

    (document,) = import_paths([tmp_path]).documents

    assert document.text == " ".join(made.BODY)
    assert document.date == "2014-03-01"


def test_newspaper_json_is_read(tmp_path):
    article = {"url": "https://harbour.example/1", "title": "Quay opens", "authors": ["Bo Marsh", "Ada Quill"], "publish_date": "2019-07-01T00:00:00",
               "meta_site_name": "The Harbour Post", "language": "en", "text": "\n\n".join(made.BODY), "text_cleaned": "x", "images": []}  # fmt: skip
    (tmp_path / "article.json").write_text(json.dumps(article, indent=1), encoding="utf-8")

    (document,) = import_paths([tmp_path]).documents

    assert (document.author, document.outlet, document.date) == ("Bo Marsh; Ada Quill", "The Harbour Post", "2019-07-01")
    assert document.text == body_of(*made.BODY)


@pytest.mark.parametrize("kind", ["csv", "semicolon", "jsonl", "json", "parquet"])
def test_tables_are_read_with_a_column_map(tmp_path, kind):
    frame = pd.DataFrame(
        {
            "Artikel": ["\n\n".join(made.BODY), made.OTHER[0]],
            "Zeitung": ["Der Hafenbote", "Der Hafenbote"],
            "Tag": ["7. Juli 2020", "03/04/2020"],
        }
    )
    path = tmp_path / f"table.{kind}"
    if kind in ("csv", "semicolon"):
        frame.to_csv(path, index=False, sep=";" if kind == "semicolon" else ",")
    elif kind == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_json(path, orient="records", lines=kind == "jsonl", force_ascii=False)

    with pytest.warns(UserWarning, match="1 dates could not be read for certain"):
        result = import_paths([path], column_map={"text": "Artikel", "outlet": "Zeitung", "date": "Tag"})

    first, second = result.documents
    assert (first.text, first.outlet, first.date) == (body_of(*made.BODY), "Der Hafenbote", "2020-07-07")
    assert second.date is None
    assert "03/04/2020" in result.report.problems["detail"].iloc[0]


def test_plain_texts_keep_every_word_and_join_hard_wrapped_lines(tmp_path):
    (tmp_path / "hafen 港口.txt").write_text(
        "The quay opened on Monday after two\nyears of work.\n\nThe ferry stays.\n", encoding="utf-16"
    )

    (document,) = import_paths([tmp_path]).documents

    assert document.text == "The quay opened on Monday after two years of work.\n\nThe ferry stays."
    assert document.source == "hafen 港口.txt"
    assert document.lang is None


def test_a_field_name_at_the_start_of_a_paragraph_does_not_end_a_proquest_body(tmp_path):
    body = (made.BODY[0], "", "Location: the old pier, where the ferry lands.", "", *made.OTHER, *made.BODY[1:])
    path = tmp_path / "proquest.txt"
    path.write_text(made.RULE + made.proquest_record(1, body=body) + made.RULE + made.FOOT, encoding="utf-8")

    (document,) = import_paths([path]).documents

    assert "Location: the old pier" in document.text
    assert made.BODY[2] in document.text
    assert document.text.endswith("CREDIT: Bo Marsh")


def test_text_outside_the_blocks_of_a_malformed_lexisnexis_page_is_not_lost(tmp_path):
    path = tmp_path / "export.html"
    whole = made.lexisnexis_html_fr()
    malformed = whole.replace(
        '<P CLASS="c9"><SPAN CLASS="c2">Les habitants attendent.</SPAN></P></DIV>',
        "</DIV><SPAN>Les habitants attendent.</SPAN>",
    )
    path.write_text(malformed, encoding="utf-8")

    documents = import_paths([path]).documents

    assert malformed != whole
    assert all(document.text.endswith("Les habitants attendent.") for document in documents)
