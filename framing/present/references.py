"""The works that a methods section may have to cite, as BibTeX facts."""

from __future__ import annotations

from collections.abc import Iterable

# key -> (kind, in-text, fields)
WORKS: dict[str, tuple[str, str, dict[str, str]]] = {
    "monroe2008": (
        "article",
        "Monroe, Colaresi & Quinn 2008",
        {
            "author": "Monroe, Burt L. and Colaresi, Michael P. and Quinn, Kevin M.",
            "title": "Fightin' Words: Lexical Feature Selection and Evaluation for "
            "Identifying the Content of Political Conflict",
            "journal": "Political Analysis",
            "volume": "16",
            "number": "4",
            "pages": "372--403",
            "year": "2008",
        },
    ),
    "dunning1993": (
        "article",
        "Dunning 1993",
        {
            "author": "Dunning, Ted",
            "title": "Accurate Methods for the Statistics of Surprise and Coincidence",
            "journal": "Computational Linguistics",
            "volume": "19",
            "number": "1",
            "pages": "61--74",
            "year": "1993",
        },
    ),
    "gries2008": (
        "article",
        "Gries 2008",
        {
            "author": "Gries, Stefan Th.",
            "title": "Dispersions and adjusted frequencies in corpora",
            "journal": "International Journal of Corpus Linguistics",
            "volume": "13",
            "number": "4",
            "pages": "403--437",
            "year": "2008",
        },
    ),
    "entman1993": (
        "article",
        "Entman 1993",
        {
            "author": "Entman, Robert M.",
            "title": "Framing: Toward Clarification of a Fractured Paradigm",
            "journal": "Journal of Communication",
            "volume": "43",
            "number": "4",
            "pages": "51--58",
            "year": "1993",
        },
    ),
    "blei2003": (
        "article",
        "Blei, Ng & Jordan 2003",
        {
            "author": "Blei, David M. and Ng, Andrew Y. and Jordan, Michael I.",
            "title": "Latent {Dirichlet} Allocation",
            "journal": "Journal of Machine Learning Research",
            "volume": "3",
            "pages": "993--1022",
            "year": "2003",
        },
    ),
    "lee1999": (
        "article",
        "Lee & Seung 1999",
        {
            "author": "Lee, Daniel D. and Seung, H. Sebastian",
            "title": "Learning the parts of objects by non-negative matrix factorization",
            "journal": "Nature",
            "volume": "401",
            "pages": "788--791",
            "year": "1999",
        },
    ),
    "greene2014": (
        "inproceedings",
        "Greene, O'Callaghan & Cunningham 2014",
        {
            "author": "Greene, Derek and O'Callaghan, Derek and Cunningham, P{\\'a}draig",
            "title": "How Many Topics? Stability Analysis for Topic Models",
            "booktitle": "Machine Learning and Knowledge Discovery in Databases (ECML PKDD)",
            "pages": "498--513",
            "year": "2014",
        },
    ),
    "walter2019": (
        "article",
        "Walter & Ophir 2019",
        {
            "author": "Walter, Dror and Ophir, Yotam",
            "title": "News Frame Analysis: An Inductive Mixed-Method Computational Approach",
            "journal": "Communication Methods and Measures",
            "volume": "13",
            "number": "4",
            "pages": "248--266",
            "year": "2019",
        },
    ),
    "efron1987": (
        "article",
        "Efron 1987",
        {
            "author": "Efron, Bradley",
            "title": "Better Bootstrap Confidence Intervals",
            "journal": "Journal of the American Statistical Association",
            "volume": "82",
            "number": "397",
            "pages": "171--185",
            "year": "1987",
        },
    ),
    "hedges1981": (
        "article",
        "Hedges 1981",
        {
            "author": "Hedges, Larry V.",
            "title": "Distribution Theory for {Glass}'s Estimator of Effect Size and Related Estimators",
            "journal": "Journal of Educational Statistics",
            "volume": "6",
            "number": "2",
            "pages": "107--128",
            "year": "1981",
        },
    ),
    "cliff1993": (
        "article",
        "Cliff 1993",
        {
            "author": "Cliff, Norman",
            "title": "Dominance statistics: Ordinal analyses to answer ordinal questions",
            "journal": "Psychological Bulletin",
            "volume": "114",
            "number": "3",
            "pages": "494--509",
            "year": "1993",
        },
    ),
    "holm1979": (
        "article",
        "Holm 1979",
        {
            "author": "Holm, Sture",
            "title": "A Simple Sequentially Rejective Multiple Test Procedure",
            "journal": "Scandinavian Journal of Statistics",
            "volume": "6",
            "number": "2",
            "pages": "65--70",
            "year": "1979",
        },
    ),
    "benjamini1995": (
        "article",
        "Benjamini & Hochberg 1995",
        {
            "author": "Benjamini, Yoav and Hochberg, Yosef",
            "title": "Controlling the False Discovery Rate: A Practical and Powerful Approach to Multiple Testing",
            "journal": "Journal of the Royal Statistical Society: Series B",
            "volume": "57",
            "number": "1",
            "pages": "289--300",
            "year": "1995",
        },
    ),
    "simonsohn2020": (
        "article",
        "Simonsohn, Simmons & Nelson 2020",
        {
            "author": "Simonsohn, Uri and Simmons, Joseph P. and Nelson, Leif D.",
            "title": "Specification curve analysis",
            "journal": "Nature Human Behaviour",
            "volume": "4",
            "pages": "1208--1214",
            "year": "2020",
        },
    ),
    "grimmer2013": (
        "article",
        "Grimmer & Stewart 2013",
        {
            "author": "Grimmer, Justin and Stewart, Brandon M.",
            "title": "Text as Data: The Promise and Pitfalls of Automatic Content Analysis Methods for Political Texts",
            "journal": "Political Analysis",
            "volume": "21",
            "number": "3",
            "pages": "267--297",
            "year": "2013",
        },
    ),
    "vanatteveldt2021": (
        "article",
        "van Atteveldt, van der Velden & Boukes 2021",
        {
            "author": "van Atteveldt, Wouter and van der Velden, Mariken A. C. G. and Boukes, Mark",
            "title": "The Validity of Sentiment Analysis: Comparing Manual Annotation, Crowd-Coding, "
            "Dictionary Approaches, and Machine Learning Algorithms",
            "journal": "Communication Methods and Measures",
            "volume": "15",
            "number": "2",
            "pages": "121--140",
            "year": "2021",
        },
    ),
    "flesch1948": (
        "article",
        "Flesch 1948",
        {
            "author": "Flesch, Rudolf",
            "title": "A new readability yardstick",
            "journal": "Journal of Applied Psychology",
            "volume": "32",
            "number": "3",
            "pages": "221--233",
            "year": "1948",
        },
    ),
    "gallagher2021": (
        "article",
        "Gallagher et al. 2021",
        {
            "author": "Gallagher, Ryan J. and Frank, Morgan R. and Mitchell, Lewis and Schwartz, Aaron J. and "
            "Reagan, Andrew J. and Danforth, Christopher M. and Dodds, Peter Sheridan",
            "title": "Generalized word shift graphs: a method for visualizing and "
            "explaining pairwise comparisons between texts",
            "journal": "EPJ Data Science",
            "volume": "10",
            "pages": "4",
            "year": "2021",
        },
    ),
    "mccarthy2010": (
        "article",
        "McCarthy & Jarvis 2010",
        {
            "author": "McCarthy, Philip M. and Jarvis, Scott",
            "title": "{MTLD}, vocd-{D}, and {HD-D}: A validation study of sophisticated "
            "approaches to lexical diversity assessment",
            "journal": "Behavior Research Methods",
            "volume": "42",
            "number": "2",
            "pages": "381--392",
            "year": "2010",
        },
    ),
    "spacy": (
        "misc",
        "Honnibal et al. 2020",
        {
            "author": "Honnibal, Matthew and Montani, Ines and Van Landeghem, Sofie and Boyd, Adriane",
            "title": "{spaCy}: Industrial-strength Natural Language Processing in {Python}",
            "year": "2020",
        },
    ),
    "sklearn": (
        "article",
        "Pedregosa et al. 2011",
        {
            "author": "Pedregosa, Fabian and others",
            "title": "Scikit-learn: Machine Learning in {Python}",
            "journal": "Journal of Machine Learning Research",
            "volume": "12",
            "pages": "2825--2830",
            "year": "2011",
        },
    ),
    "nltk": (
        "book",
        "NLTK",
        {
            "author": "Bird, Steven and Klein, Ewan and Loper, Edward",
            "title": "Natural Language Processing with {Python}",
            "publisher": "O'Reilly",
            "year": "2009",
        },
    ),
    "textstat": (
        "misc",
        "Bansal & Aggarwal 2014",
        {
            "author": "Bansal, Shivam and Aggarwal, Chaitanya",
            "title": "textstat: readability statistics of text",
            "year": "2014",
        },
    ),
    "matplotlib": (
        "article",
        "matplotlib",
        {
            "author": "Hunter, John D.",
            "title": "Matplotlib: A {2D} graphics environment",
            "journal": "Computing in Science \\& Engineering",
            "volume": "9",
            "number": "3",
            "pages": "90--95",
            "year": "2007",
        },
    ),
}


def cite(key: str) -> str:
    """
    How a work is named in the running text.

    Examples
    --------
    >>> cite("holm1979")
    'Holm 1979'
    """
    return WORKS[key][1]


def bibtex(keys: Iterable[str]) -> str:
    """BibTeX entries in the order of their keys."""
    entries = []
    for key in sorted(set(keys)):
        kind, _, fields = WORKS[key]
        entries.append(f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}\n")
    return "\n".join(entries)


def written(key: str) -> str:
    """
    One work as a line of a reference list.

    Examples
    --------
    >>> written("blei2003")[:52]
    'Blei, David M.; Ng, Andrew Y.; Jordan, Michael I. (2'
    """
    _, _, f = WORKS[key]
    where = f.get("journal") or f.get("booktitle") or f.get("publisher") or ""
    volume = f"{f['volume']}({f['number']})" if "number" in f else f.get("volume", "")
    details = ", ".join(part for part in (where, volume, f.get("pages", "").replace("--", "–")) if part)
    text = f"{f['author'].replace(' and ', '; ')} ({f['year']}). {f['title']}. {details + '.' if details else ''}".strip()
    return text.replace("{\\'a}", "á").replace("\\&", "&").replace("{", "").replace("}", "")
