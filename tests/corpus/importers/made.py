"""Invented exports in the shape of real ones: invented outlets, people and events only."""

# ruff: noqa: E501, PERF401 (lines of exports are as long as they are)

from __future__ import annotations

import gzip
from pathlib import Path

BODY = (
    "The harbour authority opened the new quay on Monday after two years of work.",
    "Residents said the noise had been hard to bear, and the mayor of Lindmoor promised to listen.",
    "“We will keep the old ferry,” said Ada Quill, who leads the harbour board.",
)
OTHER = (
    "Fishing crews in the bay went back to sea on Tuesday.",
    "A spokesman for the crews said the season would be short.",
)


def docx(path: Path, lines: list[str]) -> Path:
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def rtf(path: Path, lines: list[str]) -> Path:
    def escaped(line: str) -> str:
        marks = {"\\": "\\\\", "{": "\\{", "}": "\\}"}
        return "".join(marks.get(c, c) if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)

    body = "\\par\n".join(escaped(line) for line in lines)
    path.write_text("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n" + body + "\\par\n}", encoding="ascii")
    return path


def nexis(n: int = 2, *, cover: bool = True, words: str = "Length", body: str = "Body", end: str = "End of Document",
          dates: tuple[str, ...] = ("July 1, 2019 Monday 9:20 AM GMT", "July 2, 2019 Tuesday")) -> list[str]:  # fmt: skip
    lines = []
    if cover:
        lines += ["Date and Time: Friday, 5. July 2019 09:31:00 CEST", "Job Number: 1", f"Documents ({n})"]
        for i in range(n):
            lines += [
                f"{i + 1}. Quay opens in Lindmoor {i + 1}",
                "Client/Matter: -None-",
                "Search Terms: quay",
                "Search Type: Natural Language",
                "Narrowed by: ",
                "",
                "",
            ]
        lines += ["", "", ""]
    for i in range(n):
        text = BODY if i % 2 == 0 else OTHER
        lines += [f"Quay opens in Lindmoor {i + 1}", "The Harbour Post(Lindmoor)", dates[i % len(dates)], "",
                  "Copyright 2019 Harbour Media All Rights Reserved", "", f"Section:\u00a0NEWS; Version:{i}", f"{words}:\u00a0{35 + i} words",
                  "Byline:\u00a0Bo Marsh", "Highlight:\u00a0A quay opens at last", body, "", ""]  # fmt: skip
        for paragraph in text:
            lines += [paragraph, ""]
        if i == 0:
            lines += ["Graphic", "", "A picture of the quay", "", "Classification", "", "Language:\u00a0ENGLISH", "", "Publication-Type:\u00a0Newspaper", "",
                      "Subject:\u00a0HARBOURS (90%)", "", "Load-Date:\u00a0July 3, 2019", ""]  # fmt: skip
        lines += [end, "", ""]
    return lines


def lexisnexis_txt(n: int = 2) -> str:
    parts = [
        "\ufeff\n\nDownload Request: Selected Items: 1-"
        + str(n)
        + "\nTime Of Request: Friday, March 20, 2018\n\nTerms: quay\n\n"
    ]
    for i in range(n):
        parts.append(f"""

                               {i + 1} of {n} DOCUMENTS



                                The Harbour Post

                            January {i + 10}, 2010 Monday
                                  First Edition

Quay opens
in Lindmoor

BYLINE: Bo Marsh

SECTION: NEWS; Pg. {i + 3}

LENGTH: 1,234 words

HIGHLIGHT: A quay opens at last

The harbour authority opened the new quay on Monday after two years of well-
known trouble.

Residents asked: LENGTH: does it matter? The answer was given on the first day of
the spring.

LOAD-DATE: January {i + 11}, 2010

LANGUAGE: ENGLISH

GRAPHIC: A picture of the quay

PUBLICATION-TYPE: Newspaper


                       Copyright 2010 Harbour Media Ltd
                              All Rights Reserved
""")
    return "".join(parts)


def lexisnexis_html_fr() -> str:
    def block(text: str, kind: str = "c5") -> str:
        return f'<BR><DIV CLASS="{kind}"><P CLASS="c6"><SPAN CLASS="c2">{text}</SPAN></P>\n</DIV>\n'

    def field(name: str, value: str) -> str:
        return (
            f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{name}: </SPAN><SPAN CLASS="c2">{value}</SPAN></P>\n</DIV>\n'
        )

    head = """<HTML><HEAD><STYLE TYPE="text/css"><!--
.c0 { text-align: center; }
.c3 { text-align: center; margin-left: 13%; }
.c5 { text-align: left; }
--></STYLE><META TOPIC="null" DOCUMENTS="2" UPDATED="jeudi 5 mars 2015" /></HEAD><BODY>
"""
    documents = []
    for i, date in enumerate(("lundi 16 février 2015", "1er mars 2015")):
        documents.append(
            f'<A NAME="DOC_ID_0_{i}"></A><!-- Hide XML section from browser\n<DOC NUMBER={i + 1}>\n<DOCFULL> -->\n'
            + block(f"{i + 1} de 2 DOCUMENTS", "c0") + block("Le Courrier du Port", "c3") + block(date, "c3")
            + block("Le quai ouvre enfin") + field("AUTEUR", "Bo Marsh") + field("RUBRIQUE", "Actualité; p. 4") + field("LONGUEUR", "321 mots")
            + field("ENCART", "Deux ans de travaux")
            + '<BR><DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">Le port a ouvert le nou</SPAN><SPAN CLASS="c4">veau quai</SPAN>'
            '<SPAN CLASS="c2"> lundi, après deux ans.</SPAN></P>\n<P CLASS="c9"><SPAN CLASS="c2">Les habitants attendent.</SPAN></P></DIV>\n'
            + field("DATE-CHARGEMENT", "2 mars 2015") + field("LANGUE", "FRENCH; FRANÇAIS") + field("TYPE-PUBLICATION", "Journal")
            + block("Copyright 2015 Courrier<BR>Tous droits réservés", "c3") + "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
        )  # fmt: skip
    return head + "".join(documents) + "</BODY></HTML>"


def factiva_html_plain() -> str:
    return """<html><head><title>Factiva</title></head><body><form id="PageBaseForm"><div id="article-a" class="article">
<div class="article esArticle"><p><div>Puerto</div><div id="hd"><span class='esHeadline'>El muelle abre por fin</span></div>
<div>Bo Marsh</div><div>1.021 palabras</div><div>3 de julio de 2020</div><div>18:05</div><div>El Correo del Puerto</div><div>CORPUE</div>
<div>Nacional</div><div>12</div><div>Español</div><div>(c) 2020, El Correo del Puerto</div></p>
<p class="articleParagraph esarticleParagraph">El puerto abrió el <b>muelle</b> el lunes.</p>
<p class="articleParagraph esarticleParagraph">Los vecinos esperan.</p><p>Documento CORPUE0020200703eg7300001</p></div></div><br/><span></span>
<table class="searchPreview"><tr><td>Resumen de la búsqueda</td></tr><tr><td>Texto</td><td>muelle</td></tr></table></form></body></html>"""


def factiva_rtf_lines() -> list[str]:
    return [
        "News", "Quay opens in Lindmoor at last", "By Bo Marsh", "1,021 words", "14 April 2014", "09:15", "The Harbour Post", "HARPOS", "First", "4",
        "English", "(c) 2014 Harbour Media Ltd", "", *BODY, "", "Document HARPOS0020140414ea4e00051", "",
        "Crews go back to sea in the bay", "664 Wörter", "15. Mai 2014", "Der Hafenbote", "HAFBOT", "Deutsch", "© 2014 Hafenbote Verlag", "", *OTHER, "",
        "Dokument HAFBOT0020140515ea5f0004m", "", "Search Summary", "Text", "quay or ferry", "Source", "All Sources",
    ]  # fmt: skip


def factiva_xml() -> str:
    articles = "".join(
        f"""<ppsarticle><article><accessionNo>HARPOS002014041{i}ea4e0005{i}</accessionNo><baseLanguage>EN</baseLanguage>
<headline><paragraph>Quay <hlt>opens</hlt> {i}</paragraph></headline><leadParagraph><paragraph>{BODY[0]}</paragraph></leadParagraph>
<publicationDate><date>2014-04-1{i}</date></publicationDate><sourceName>The Harbour Post</sourceName>
<tailParagraphs><paragraph>{BODY[1]}</paragraph><paragraph>{BODY[2]}</paragraph></tailParagraphs><wordCount>42</wordCount></article></ppsarticle>"""
        for i in range(3)
    )
    return (
        '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        f'<ppsarticleResultSet count="3">{articles}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>'
    )


_PROQUEST_EN = ("Publication info", "Abstract", "Links", "Full text", "Subject", "Title", "Publication title", "First page", "Publication year",
                "Publication date", "Section", "Language of publication", "ProQuest document ID", "Document URL", "Copyright", "Database")  # fmt: skip


def proquest_record(
    i: int,
    *,
    names: tuple[str, ...] = _PROQUEST_EN,
    body: tuple[str, ...] = BODY,
    date: str = "Mar 9, 2022",
    language: str = "English",
) -> str:
    info, abstract, links, full, subject, title, publication, page, year, on, section, lang, number, url, rights, database = (
        names
    )
    text = "\n".join(body)
    return f"""Quay opens in Lindmoor {i}

{info}: The Harbour Post ; Lindmoor. {date}.

https://proxy.lib.example/login?url=https://www.proquest.com/docview/90000{i}/se-2?accountid=1

{abstract}: None available.

{links}: https://openurl.lib.example/?a=1&amp;b=2

{full}: {text}
Location: the old pier, where the ferry lands.

CAPTION: The quay on Monday.
CREDIT: Bo Marsh

{subject}: Harbours; Ferries

{title}: Quay opens in Lindmoor {i}

{publication}: The Harbour Post; Lindmoor

{page}: A.{i}

{year}: 2022

{on}: {date}

{section}: News

{lang}: {language}

{number}: 90000{i}

{url}: https://proxy.lib.example/login?url=https://www.proquest.com/docview/90000{i}/se-2?accountid=1

{rights}: Copyright 2022 Harbour Media

{database}: Newsstream

"""


RULE = "_" * 60 + "\n\n"
FOOT = "Contact us at: http://about.proquest.com/go/x\nDatabase copyright © 2022 ProQuest LLC. All rights reserved.\nTerms and Conditions: https://x\n"


def proquest_txt(n: int = 3) -> str:
    return RULE + RULE.join(proquest_record(i) for i in range(n)) + RULE + FOOT


def proquest_html(n: int = 2) -> str:
    records = "".join(
        f"""<div style="margin-bottom:20px;border-bottom:2px solid #ccc"><a name="DocID_MSTAR_90000{i}"></a><p></p>
<p style="font-weight:bold;">Quay opens in Lindmoor {i}</p><p><strong>Author:  </strong>Marsh, Bo</p>
<p><strong>Publication info:  </strong>The Harbour Post ; Lindmoor [Lindmoor]08 May 2010: AA.2.</p>
<p><a href="https://search.proquest.com/docview/90000{i}?accountid=1">ProQuest document link</a></p>
<p><strong>Abstract:  </strong><body></p><p>A quay opens.</p><p></body></p><p><strong>Links: </strong><a href="x">Get it</a></p>
<p><strong>Full text: </strong><Text WordCount="30" HTMLContent="true">{"html&gt;" if i else "<html>"}<head><title></title></head><body>
<p>{BODY[0]}</p><blockquote><p>{BODY[1]}</p></blockquote><p>{BODY[2]}</p></body></html></Text></p>
<p><strong>Subject: </strong>Harbours</p><p><strong>Publication title: </strong>The Harbour Post; Lindmoor</p>
<p><strong>Publication date: </strong>May 8, 2010</p><p><strong>Language of publication: </strong>English</p>
<p><strong>ProQuest document ID: </strong>90000{i}</p><p><strong>Document URL: </strong><a href="u">https://search.proquest.com/docview/90000{i}?accountid=1</a></p>
<p><strong>Database: </strong>Newsstream</p></div>"""
        for i in range(n)
    )
    return f'<html><head><title>ProQuest Export</title></head><body>{records}<div class="copyright"><p>Contact ProQuest</p><p>Database copyright © 2020 ProQuest LLC.</p></div></body></html>'


def proquest_eml(n: int = 2, *, forwarded: bool = False) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "noreply@database.example", "reader@lib.example", "Your Research"
    message.set_content("Quay opens in Lindmoor 0\n(plain text of the same)")
    message.add_alternative(proquest_html(n), subtype="html")
    if not forwarded:
        return message.as_bytes()
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "reader@lib.example", "friend@lib.example", "Fwd: Your Research"
    outer.set_content("see below")
    outer.add_attachment(message)
    return outer.as_bytes()


def europresse_new() -> str:
    return "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>" + "".join(
        f"""<article><header><div><span class="DocPublicationName">Le Courrier du Port, no. 2{i}</span></div>
<div><span class="DocHeader">Économie, mardi 1{i} mars 2006, p. {i + 3}</span></div><div class="titreArticle"><p class="titreArticleVisu">Le quai ouvre {i}</p></div>
<div class="docAuthors">Bo Marsh</div></header><section><div class="DocText"><div class='docOcurrContainer'><p>Le <mark>quai</mark> a ouvert lundi.</p>
<blockquote>Nous garderons le bac.</blockquote><p>Les habitants attendent.</p></div></div></section><aside><p>Illustration(s) : une photo.</p></aside>
<footer><small>© 2006 Le Courrier. Tous droits réservés.</small><p>Numéro de document : news·2006031{i}·CP·0q{i}</p></footer></article>"""
        for i in range(2)
    ) + "</body></html>"  # fmt: skip


def europresse_old() -> bytes:
    text = """<html><head><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body><table><tr><td>
<span class="DocPublicationName">Le Courrier du Port</span><br><span class="DocHeader">Éditorial, </span><span class="DocHeader">jeudi </span>
<span class="DocHeader">4 octobre 2012</span><span class="DocHeader">, p. 03</span><br><br><span class="TitreArticleVisu">Le <span>quai</span> ouvre</span><br><br>Bo Marsh<br><p></p>
Le quai a ouvert lundi.<p></p>Les habitants espèrent.<p></p><b><i>© 2012 Le Courrier. Tous droits réservés.</i></b><p></p>Numéro de document : news·20121004·CP·77<br>
<table><tr><td>Ce certificat est émis à <b>Université</b> à des fins de visualisation.</td></tr></table></td></tr></table></body></html>"""
    return text.encode("latin-1")


def page(title: str = "Quay opens", paragraphs: tuple[str, ...] = BODY) -> str:
    inner = "".join(f"<p>{paragraph} {'More was said about it in town that day. ' * 4}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">'
        '<meta property="article:published_time" content="2019-07-01T10:00:00Z"><meta property="og:site_name" content="The Harbour Post"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{inner}<blockquote><p>A ferry is a bridge that moves, wrote the board in its long letter "
        "to all the people of the town and of the bay.</p></blockquote><p>The letter was read aloud in the hall, and nobody objected to a word of it.</p></article>"
        "<footer>Imprint</footer></body></html>"
    )


def warc(path: Path, pages: list[tuple[str, str, str]]) -> Path:
    """Written by hand: a record is a head, an answer of a server and two blank lines; each is compressed on its own."""
    records = []
    for i, (url, status, content) in enumerate(pages):
        answer = f"HTTP/1.0 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{content}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{i:012d}>\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    path.write_bytes(b"".join(gzip.compress(record, mtime=0) if path.suffix == ".gz" else record for record in records))
    return path
