"""Exports as unusual as they are legal: other languages, encodings, markup and orders than the ordinary ones."""

# ruff: noqa: E501 (lines of exports are as long as they are)

from __future__ import annotations

import pytest

from framing.corpus.importers import import_paths
from tests.corpus.importers import made

ZITAT = "„Wir behalten die alte Fähre“, sagte Ada Quill, die dem Hafenrat vorsteht."


def nexis_rtf_german() -> bytes:
    """As a word processor saves it: hex and Unicode escapes, fields, tables, headers, words cut by formatting."""

    def document(i: int, date: str, extra: str) -> str:
        return (
            r"\pard\qc {\b Neuer Kai in {\ul Lind}moor er\'f6ffnet\line Anwohner klagen \'fcber L\'e4rm }\par" "\n"
            r"\pard\qc Hafenbote (Lindmoor)\par" "\n" rf"\pard\qc {date}\par\par" "\n"
            r"\pard Copyright 2020 Hafenbote GmbH Alle Rechte vorbehalten\par\par" "\n"
            r"{\b Rubrik:}\~WIRTSCHAFT; S. 12; Ausg. 1\par" "\n" r"{\b L\'e4nge:}\~1.035 W\'f6rter\par" "\n" r"{\b Autor:}\~Bo Marsch\par" "\n"
            r"{\b Hervorhebung:}\~Endlich ein Kai\par" "\n" r"{\*\bkmkstart Body_" rf"{i}" r"}\b Haupttext\b0{\*\bkmkend Body_" rf"{i}" r"}\par\par" "\n"
            r"Der Ha{\b fen} hat am Montag einen neuen Kai bekommen\emdash nach zwei Jahren Arbeit.\par\par" "\n"
            r"\uc1\u8222?Wir behalten die alte F\'e4hre\u8220?, sagte Ada Quill, die dem Hafenrat vorsteht.\par\par" "\n"
            r'Mehr dazu in der {\field{\*\fldinst HYPERLINK "https://hafenbote.example/kai"}{\fldrslt{\ul Reportage vom Kai}}}, die am Dienstag erschien.\par\par' "\n"
            + extra + r"{\b Ende des Dokuments}\par\page" "\n"
        )  # fmt: skip

    tail = (
        r"{\b Klassifizierung}\par\par {\b Sprache:}\~GERMAN; DEUTSCH\par\par {\b Publikationsart:}\~Zeitung\par\par"
        r" {\b Thema:}\~H\'c4FEN (90%)\par\par {\b Ladedatum:}\~8. Juli 2020\par\par" "\n"
    )  # fmt: skip
    whole = (
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0 Times;}}{\colortbl;\red0\green0\blue0;}"
        r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title Export}{\author Nobody}}{\header\pard Seite 1 von 3\par}" "\n"
        r"\pard Datum und Uhrzeit:\~Freitag, 10. Juli 2020 09:31 Uhr MESZ\par Jobnummer:\~1\par Dokumente (2)\par" "\n"
        r"1. Neuer Kai in Lindmoor er\'f6ffnet\par Mandant/Angelegenheit: -Keine-\par Suchbegriffe: Kai\par Suchtyp: Begriffe\par\page" "\n"
        + document(1, "Dienstag 7. Juli 2020", tail) + document(2, r"8. M\'e4rz 2020", "") + "}"
    )  # fmt: skip
    return whole.encode("ascii")


def test_a_german_nexis_rtf_from_a_word_processor_is_read(tmp_path):
    (tmp_path / "export.RTF").write_bytes(nexis_rtf_german())

    result = import_paths([tmp_path])

    row = result.report.data.iloc[0]
    assert (row["format"], row["announced"], row["found"]) == ("nexis_rtf", 2, 2)
    first, second = result.documents
    assert first.title == "Neuer Kai in Lindmoor eröffnet Anwohner klagen über Lärm"
    assert (first.outlet, first.date, second.date) == ("Hafenbote (Lindmoor)", "2020-07-07", "2020-03-08")
    assert (first.author, first.section, first.lang) == ("Bo Marsch", "WIRTSCHAFT; S. 12; Ausg. 1", "de")
    for document in result.documents:
        assert document.text == (
            f"Der Hafen hat am Montag einen neuen Kai bekommen—nach zwei Jahren Arbeit.\n\n{ZITAT}\n\n"
            "Mehr dazu in der Reportage vom Kai, die am Dienstag erschien."
        )
    assert list(result.report.documents["words_announced"]) == [1035, 1035]


FACTIVA_DE = """Wirtschaft
Neuer Kai in Lindmoor eröffnet
Von Bo Marsch
1.035 Wörter
7. Juli 2020
08:15
Hafenbote
HAFBO
1. Ausgabe
12
Deutsch
© 2020 Hafenbote GmbH. Alle Rechte vorbehalten.

Der Hafen hat am Montag einen neuen Kai bekommen: nach zwei Jahren Arbeit und 12 Wörter lang.

„Wir behalten die alte Fähre“, sagte Ada Quill, die dem Hafenrat vorsteht.

Dokument HAFBO00020200707eg7700001

Seite 1 von 2 © 2021 Factiva, Inc. Alle Rechte vorbehalten.
Kein Streit um die Fähre
664 Wörter
8 März 2020
Hafenbote Online
HAFBON
Deutsch
© 2020 Hafenbote GmbH

Die Fähre fährt weiter, teilte der Hafenrat am Sonntag mit.

Dokument HAFBON0020200308eg3800002

Suchzusammenfassung
Text\tKai
Datum\tIn den letzten 3 Monaten
Gefundene Treffer\t2
"""


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_german_factiva_text_is_read_in_every_encoding(tmp_path, encoding, ends):
    (tmp_path / "Factiva-20210301.txt").write_bytes(FACTIVA_DE.replace("\n", ends).encode(encoding))

    result = import_paths([tmp_path])

    row = result.report.data.iloc[0]
    assert (row["format"], row["found"]) == ("factiva_txt", 2)
    first, second = result.documents
    assert (first.title, first.author, first.section) == ("Neuer Kai in Lindmoor eröffnet", "Von Bo Marsch", "Wirtschaft")
    assert (first.outlet, first.date, first.lang) == ("Hafenbote", "2020-07-07", "de")
    assert (second.title, second.outlet, second.date) == ("Kein Streit um die Fähre", "Hafenbote Online", "2020-03-08")
    assert first.text == (
        f"Der Hafen hat am Montag einen neuen Kai bekommen: nach zwei Jahren Arbeit und 12 Wörter lang.\n\n{ZITAT}"
    )
    assert second.text == "Die Fähre fährt weiter, teilte der Hafenrat am Sonntag mit."


def factiva_rtf_italian() -> bytes:
    """Indexed: a table of two columns, the code on the left."""

    def row(code: str, *paragraphs: str) -> str:
        cell = r"\par ".join(paragraphs)
        return rf"\trowd\cellx800\cellx9000\pard\intbl {{\b {code}}}\cell\pard\intbl {cell}\cell\row" + "\n"

    def document(number: str, title: str, date: str) -> str:
        return (
            row("SE", "Economia") + row("HD", rf"{{\b {title}}}") + row("BY", "di Bo Marsi") + row("WC", "1.035 parole")
            + row("PD", date) + row("ET", "08:15") + row("SN", "Corriere del Porto") + row("SC", "CORPO") + row("PG", "12")
            + row("LA", "Italiano") + row("CY", r"(c) 2020 Porto S.p.A.") + row("LP", r"Il porto ha aperto luned\'ec la nuova banchina.")
            + row("TD", r"\'abTerremo il vecchio traghetto\'bb, ha detto Ada Quilla.", r"L\rquote opera \'e8 costata due anni di lavoro.")
            + row("NS", "gport : Porti | gcat : Notizie") + row("AN", f"Documento {number}") + r"\pard\par" "\n"
        )  # fmt: skip

    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" "\n"
        + document("CORPO00020200707eg7700001", r"Apre la banchina di Lindmoor", "7 luglio 2020")
        + document("CORPO00020200308eg3800002", r"Pi\'f9 navi in rada", r"8 marzo 2020")
        + r"\pard Riepilogo della ricerca\par Testo\tab banchina\par Risultati trovati\tab 2\par}"
    ).encode("ascii")  # fmt: skip


def test_italian_factiva_rtf_with_indexing_is_read(tmp_path):
    (tmp_path / "Factiva.rtf").write_bytes(factiva_rtf_italian())

    result = import_paths([tmp_path])

    assert result.report.data.iloc[0][["format", "found"]].tolist() == ["factiva_rtf", 2]
    first, second = result.documents
    assert (first.title, second.title) == ("Apre la banchina di Lindmoor", "Più navi in rada")
    assert (first.outlet, first.date, second.date, first.lang) == ("Corriere del Porto", "2020-07-07", "2020-03-08", "it")
    assert (first.author, first.section) == ("di Bo Marsi", "Economia")
    assert first.text == (
        "Il porto ha aperto lunedì la nuova banchina.\n\n«Terremo il vecchio traghetto», ha detto Ada Quilla.\n\n"
        "L’opera è costata due anni di lavoro."
    )


def lexisnexis_html_french() -> str:
    """Classes of other numbers, entities, spaces before colons, lower-case tags, a date with hour and edition."""

    def block(text: str, kind: str = "c41") -> str:
        return f'<br><div class="{kind}"><p class="c7"><span class="c9">{text}</span></p>\n</div>\n'

    def field(name: str, value: str) -> str:
        return block(f'{name}&nbsp;: </span><span class="c9">{value}')

    head = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><style type="text/css"><!--
.c40 { text-align: center; } .c41 { text-align: left; }
--></style><meta topic="null" documents="2" update="jeudi 5 mars 2015"></head><body>
"""
    documents = []
    for i, date in enumerate(("Lundi 16 F&eacute;vrier 2015<br>&Eacute;dition 1", "dimanche 1er mars 2015 08:15 AM GMT+1")):
        documents.append(
            f'<a name="DOC_ID_0_{i}"></a><!-- Hide XML section from browser\n<DOC NUMBER={i + 1}>\n<DOCFULL> -->\n'
            + block(f"Document {i + 11} de 246", "c40") + block("Le Courrier du Port", "c40") + block(date, "c40")
            + block(f'<span class="c12">Le <b>quai</b> ouvre &agrave; Lindmoor {i + 1}</span>')
            + field("AUTEUR", "Bo Marais; Ad&egrave;le Quille") + field("RUBRIQUE", "&Eacute;CONOMIE; Pg. 12") + field("LONGUEUR", "1&nbsp;035 mots")
            + field("ENCART", "Un quai, enfin")
            + block("Le port a ouvert lundi un nouveau <span class='c33'>quai</span>&nbsp;: deux ans de travaux.")
            + block("&laquo;&nbsp;Nous gardons l&rsquo;ancien bac&nbsp;&raquo;, a dit Ada Quille.<br><br>La suite&nbsp;: en &eacute;t&eacute;.")
            + field("DATE-CHARGEMENT", "17 f&eacute;vrier 2015") + field("LANGUE", "FRENCH; FRAN&Ccedil;AIS")
            + field("TYPE-PUBLICATION", "Journal") + block("Copyright 2015 Le Courrier du Port<br>Tous droits r&eacute;serv&eacute;s", "c40")
            + "<!-- Hide XML section from browser\n</DOCFULL> -->\n"
        )  # fmt: skip
    return head + "".join(documents) + "</body></html>"


def test_french_lexisnexis_html_with_other_markup_is_read(tmp_path):
    (tmp_path / "export.HTML").write_bytes(lexisnexis_html_french().encode("iso-8859-1"))

    result = import_paths([tmp_path])

    assert result.report.data.iloc[0][["format", "announced", "found"]].tolist() == ["lexisnexis_html", 2, 2]
    first, second = result.documents
    assert (first.title, first.outlet) == ("Le quai ouvre à Lindmoor 1", "Le Courrier du Port")
    assert (first.date, second.date) == ("2015-02-16", "2015-03-01")
    assert (first.author, first.section, first.lang) == ("Bo Marais; Adèle Quille", "ÉCONOMIE; Pg. 12", "fr")
    assert first.text == (
        "Le port a ouvert lundi un nouveau quai : deux ans de travaux.\n\n« Nous gardons l’ancien bac », a dit Ada Quille.\n\n"
        "La suite : en été."
    )
    assert first.rights == "Copyright 2015 Le Courrier du Port Tous droits réservés"


def factiva_lines(words: str, page: str, language: str, number: str, summary: str, dates: tuple[str, str]) -> list[str]:
    """Without codes, a section or an author; the mark of a page in the middle of a body."""
    lines: list[str] = []
    for i, date in enumerate(dates):
        lines += [
            f"Banchina nuova a Lindmoor {i}",
            words,
            date,
            "Corriere del Porto",
            "CORPO",
            language,
            "(c) 2020 Porto",
            "",
            "Il porto ha aperto.",
        ]
        lines += [page, "", "Navi in rada, e nessuno le conta.", "", f"{number} CORPO0002020070{i}eg7700001", ""]
    return [*lines, summary, "Testo banchina", "2"]


@pytest.mark.parametrize("container", ["txt", "rtf", "docx"])
@pytest.mark.parametrize(
    ("words", "page", "language", "code", "number", "summary", "dates"),
    [
        ("1.035 parole", "Pagina 1 di 2 © 2021 Factiva, Inc. Tutti i diritti riservati.", "Italiano", "it", "Documento", "Riepilogo della ricerca", ("7 luglio 2020", "1 agosto 2020")),
        ("1\u202f035 mots", "Page 1 sur 2 © 2021 Factiva, Inc. Tous droits réservés.", "Français", "fr", "Document", "Résumé de la recherche", ("7 juillet 2020", "1 août 2020")),
        ("1.035 palabras", "Página 1 de 2 © 2021 Factiva, Inc. Todos los derechos reservados.", "Español", "es", "Documento", "Resumen de la búsqueda", ("7 julio 2020", "1 agosto 2020")),
        ("1 035 слов", "Page 1 of 2 © 2021 Factiva, Inc. All rights reserved.", "Русский", "ru", "Документ", "Search Summary", ("2020-07-07", "2020-08-01")),
    ],
)  # fmt: skip
def test_factiva_without_codes_is_read_in_other_languages(
    tmp_path, container, words, page, language, code, number, summary, dates
):
    lines = factiva_lines(words, page, language, number, summary, dates)
    if container == "txt":
        (tmp_path / "export.txt").write_text("\n".join(lines), encoding="utf-8")
    else:
        getattr(made, container)(tmp_path / f"export.{container}", lines)

    result = import_paths([tmp_path])

    assert result.report.data.iloc[0][["format", "found"]].tolist() == [f"factiva_{container}", 2]
    assert [d.title for d in result.documents] == ["Banchina nuova a Lindmoor 0", "Banchina nuova a Lindmoor 1"]
    assert [(d.outlet, d.date, d.lang) for d in result.documents] == [
        ("Corriere del Porto", d, code) for d in ("2020-07-07", "2020-08-01")
    ]
    assert {d.text for d in result.documents} == {"Il porto ha aperto.\n\nNavi in rada, e nessuno le conta."}
    assert list(result.report.documents["words_announced"]) == [1035, 1035]


@pytest.mark.parametrize("container", ["txt", "rtf", "docx"])
@pytest.mark.parametrize(
    ("names", "date", "code"),
    [
        ({"Section": "Rubrique ", "Length": "Longueur ", "Byline": "Auteur ", "Highlight": "Encart ", "Body": "Corps du texte", "End of Document": "Fin du document", "Load-Date": "Date de chargement ", "Language": "Langue ", "ENGLISH": "FRENCH; FRANÇAIS", "Publication-Type": "Type de publication ", "Graphic": "Graphique", "Subject": "Sujet "}, "mardi 7 juillet 2020 09:20 AM GMT+2", "fr"),
        ({"Section": "Sezione", "Length": "Lunghezza", "Byline": "Autore", "Highlight": "Evidenza", "Body": "Corpo", "End of Document": "Fine del documento", "Load-Date": "Data di caricamento", "Language": "Lingua", "ENGLISH": "ITALIAN; ITALIANO", "Publication-Type": "Tipo di pubblicazione", "Graphic": "Grafico", "Subject": "Argomento", "Classification": "Classificazione"}, "martedì 7 luglio 2020", "it"),
        ({"Section": "Rubriek", "Length": "Lengte", "Byline": "Auteur", "Highlight": "Samenvatting", "Body": "Hoofdtekst", "End of Document": "Einde van het document", "Load-Date": "Laaddatum", "Language": "Taal", "ENGLISH": "DUTCH; NEDERLANDS", "Publication-Type": "Publicatietype", "Graphic": "Grafiek", "Subject": "Onderwerp", "Classification": "Classificatie"}, "dinsdag 7 juli 2020", "nl"),
    ],
)  # fmt: skip
def test_nexis_is_read_with_all_its_field_names_in_other_languages(tmp_path, container, names, date, code):
    lines = made.nexis(1, cover=False, dates=(date,))
    for english, other in names.items():
        lines = [
            other + line.removeprefix(english) if line == english or line.startswith(f"{english}:") else line.replace("ENGLISH", names["ENGLISH"])
            for line in lines
        ]  # fmt: skip
    if container == "txt":
        (tmp_path / "export.txt").write_text("\n".join(lines), encoding="utf-8")
    else:
        getattr(made, container)(tmp_path / f"export.{container}", lines)

    result = import_paths([tmp_path])

    assert result.report.data.iloc[0][["format", "found"]].tolist() == [f"nexis_{container}", 1]
    document = result.documents[0]
    assert document.text == "\n\n".join(made.BODY)
    assert (document.date, document.lang, document.author) == ("2020-07-07", code, "Bo Marsh")
    assert (document.outlet, document.section) == ("The Harbour Post(Lindmoor)", "NEWS; Version:0")
