"""Field names of news databases in the languages of their interfaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEXIS = {
    "section": "section rubrik ressort rubrique sección sezione seção secção secao sectie rubriek katern",
    "length": "length länge lnge longueur longitud extensión lunghezza lengte extensão comprimento tamanho umfang",
    "author": "byline autor autoren auteur auteurs auteur(s) autore autori autor(es) autores verfasser",
    "dateline": "dateline dateline: ort ortsangabe lieu lugar luogo local plaats",
    "highlight": "highlight highlights encart insert hervorhebung destacado destaque resumen samenvatting évidence",
    "load-date": "load-date update updated date-chargement date-de-chargement ladedatum fecha-de-carga fecha-carga "
    "data-di-caricamento data-caricamento data-de-carregamento laaddatum mise-à-jour mise-a-jour",
    "language": "language sprache langue idioma lingua língua taal",
    "graphic": "graphic graphics grafik graphique gráfico grafico grafiek illustration illustrations abbildung afbeelding",
    "publication-type": "publication-type type-publication zeitungstyp publikationsart publikationstyp type "
    "tipo-de-publicación tipo-de-publicacion tipo-di-pubblicazione tipo-de-publicação publicatietype pub-type",
    "journal-code": "journal-code zeitungs-code code-revue code-journal código-de-publicación acc-no accession-number issn "
    "cycle volume distribution document-type transcript-type jnl-code",
    "subject": "subject subjects sujet thema tema onderwerp assunto argomento matière matiere descripteurs",
    "organization": "organization organisation organización organizzazione organização organisatie company société societe "
    "firma unternehmen empresa azienda bedrijf ticker symbole-boursier börsenkürzel",
    "industry": "industry industrie branche industria indústria settore sector secteur",
    "person": "person personne persona pessoa persoon personen personnes",
    "geographic": "geographic geographie geo-localization localisation-geo localisation-géographique geografía geografia "
    "country state city pays ville land stadt region région",
    "correction": "correction corrections correction-date corrección correzione correção korrektur berichtigung correctie",
    "notes": "notes note series contact-info enhancement url web-link dokument-url name",
    "copyright": "copyright",
}
#: Fields that stand before or right after the length and are not part of a LexisNexis body.
LEXIS_HEAD = ("section", "length", "author", "dateline", "highlight")
_PROQUEST = {
    "author": "author authors auteur auteurs autor autoren autore autori autores verfasser",
    "publication info": "publication info,informations sur la publication,informations de publication,publikationsinfo,"
    "publikationsinformationen,información de publicación,datos de publicación,informazioni sulla pubblicazione,"
    "informações da publicação,publicatie-informatie",
    "abstract": "abstract résumé zusammenfassung resumen riassunto resumo samenvatting",
    "links": "links liens enlaces vínculos collegamenti koppelingen",
    "full text": "full text,fulltext,texte intégral,volltext,texto completo,testo completo,texto integral,volledige tekst",
    "subject": "subject subjects sujet thema tema materia assunto onderwerp soggetto schlagwort",
    "title": "title titre titel título titolo",
    "publication": "publication title,titre de publication,titre de la publication,publikationstitel,titel der publikation,"
    "título de publicación,título de la publicación,titolo della pubblicazione,titolo pubblicazione,título da publicação,"
    "publicatietitel",
    "date": "publication date,date de publication,publikationsdatum,erscheinungsdatum,fecha de publicación,"
    "data di pubblicazione,data de publicação,publicatiedatum",
    "year": "publication year,année de publication,publikationsjahr,erscheinungsjahr,año de publicación,"
    "anno di pubblicazione,ano de publicação,jaar van publicatie",
    "section": "section rubrique rubrik sección sezione seção secção sectie rubriek",
    "page": "first page,pages,page,première page,erste seite,seiten,primera página,páginas,prima pagina,pagine,"
    "primeira página,eerste pagina,pagina's,start page,pagination",
    "language": "language of publication,language,langue de publication,langue,sprache der publikation,publikationssprache,"
    "idioma de la publicación,idioma de publicación,lingua della pubblicazione,idioma da publicação,taal van publicatie",
    "id": "proquest document id,identifiant de document proquest,id de document proquest,proquest-dokument-id,"
    "proquest-dokumenten-id,id del documento de proquest,id de documento de proquest,id documento proquest,"
    "id do documento proquest,proquest-document-id,document id,numéro de document proquest",
    "url": "document url,url du document,dokument-url,url del documento,url do documento,document-url,url documento",
    "rights": "copyright droits urheberrecht",
    "other": "abstract (summary),word count,indexing (details),"
    "business indexing term,terme d'indexation commerciale,location,lieu,ort,lugar,ubicación,luogo,local,locatie,"
    "people,personnes,personen,personas,persone,pessoas,company / organization,company/organization,"
    "société / organisation,unternehmen/organisation,compañía / organización,identifier / keyword,"
    "identificateur / mot-clé,kennung/schlagwort,identificador / palabra clave,classification,volume,issue,"
    "number of pages,publication place,publisher,éditeur,verlag,editorial,editore,editora,uitgever,"
    "place of publication,lieu de publication,erscheinungsort,verlagsort,lugar de publicación,luogo di pubblicazione,"
    "local de publicação,plaats van publicatie,country of publication,pays de publication,erscheinungsland,"
    "país de publicación,paese di pubblicazione,país de publicação,land van publicatie,publication subject,"
    "sujet de la publication,publikationsthema,materia de la publicación,issn,e-issn,eissn,isbn,source type,"
    "type de source,quellentyp,tipo de fuente,tipo di fonte,tipo de fonte,brontype,document type,type de document,"
    "dokumenttyp,tipo de documento,tipo di documento,documenttype,last updated,dernière mise à jour,"
    "zuletzt aktualisiert,última actualización,ultimo aggiornamento,última atualização,laatst bijgewerkt,database,"
    "base de données,datenbank,base de datos,banca dati,base de dados,credit line,document feature,accession number,"
    "product name,journal subject,publication history,online publication date,dateline,edition,features,column,"
    "correspondence author,peer reviewed,ethnicity,series,naics,number of references,document subtype",
}
_LANGUAGES = {
    "en": "english anglais englisch inglés inglese inglês engels 英语 英文",
    "fr": "french français francais französisch francés francese francês frans 法语",
    "de": "german allemand deutsch alemán tedesco alemão duits 德语",
    "es": "spanish espagnol spanisch español castellano spagnolo espanhol spaans 西班牙语",
    "it": "italian italien italienisch italiano italiaans 意大利语",
    "pt": "portuguese portugais portugiesisch portugués portoghese português portugees 葡萄牙语",
    "nl": "dutch néerlandais niederländisch neerlandés holandés olandese holandês neerlandês nederlands flemish 荷兰语",
    "zh": "chinese chinois chinesisch chino cinese chinês chinees 中文 汉语 漢語",
    "ru": "russian russe russisch ruso russo русский 俄语",
    "ar": "arabic arabe arabisch árabe arabo 阿拉伯语",
    "ja": "japanese japonais japanisch japonés giapponese japonês japans 日语 日本語",
    "pl": "polish polonais polnisch polaco polacco pools polski",
    "sv": "swedish suédois schwedisch sueco svedese zweeds svenska",
    "da": "danish danois dänisch danés danese deens dansk",
    "no": "norwegian norvégien norwegisch noruego norvegese noors norsk",
    "tr": "turkish turc türkisch turco turks türkçe",
}


@lru_cache(maxsize=4096)
def squeeze(name: str) -> str:
    """
    A field name without what damage puts in or takes out: spaces, hyphens, case.

    Examples
    --------
    >>> squeeze("ProQuest documentID"), squeeze("LOAD-DATE"), squeeze("Load Date")
    ('proquestdocumentid', 'loaddate', 'loaddate')
    """
    return re.sub(r"[\s\-‐–_/]+", "", unicodedata.normalize("NFC", name)).casefold()


def _table(names: dict[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for field, listing in names.items():
        for name in listing.split("," if "," in listing else None):
            table.setdefault(squeeze(name.strip(" :")), field)
    return table


LEXIS = _table(_LEXIS)
PROQUEST = _table(_PROQUEST)
LANGUAGES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
_KEY = re.compile(r"^\s*([^\W\d_][^:：\n]{0,48}?)\s*[:：](?!//)\s*(.*)$", re.DOTALL)


def key_value(line: str, table: dict[str, str]) -> tuple[str, str] | None:
    """
    The field and the value of a "Name: value" line, if the name is in the table; spaces in the name do not matter.

    Examples
    --------
    >>> key_value("Publica tiondate: Mar 9, 2022", PROQUEST)
    ('date', 'Mar 9, 2022')
    >>> key_value("He said: no.", PROQUEST) is None
    True
    """
    found = _KEY.match(line)
    if not found:
        return None
    field = table.get(squeeze(found[1]))
    return (field, found[2].strip()) if field else None


def language_code(name: str | None) -> str | None:
    """
    ISO 639-1 code of a language named in any of the interface languages, or None.

    Examples
    --------
    >>> language_code("ENGLISH; ANGLAIS"), language_code("Deutsch"), language_code("de-AT"), language_code("Klingon")
    ('en', 'de', 'de', None)
    """
    if not name:
        return None
    first = re.split(r"[;,/(\s]", name.strip().casefold(), maxsplit=1)[0]
    if first in LANGUAGES:
        return LANGUAGES[first]
    short = re.split(r"[-_]", first)[0]
    return short if re.fullmatch(r"[a-z]{2}", short) else None
