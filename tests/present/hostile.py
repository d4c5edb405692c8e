"""A corpus in which every text, title, outlet, term and name is an attack on some place it will be written to."""

from __future__ import annotations

from dataclasses import replace

from framing.corpus.documents import Corpus, Document
from framing.results import DocumentScores, Result, SideContrast, StudyResults
from tests.present import factories

SIDES = ('a<script>alert("side")</script>', "b$\\frac{x}$ & =1+1")
ATTACKS = (
    "<script>document.title='broken'</script>",
    "<img src=x onerror=\"document.title='broken'\">",
    "<svg onload=\"document.title='broken'\"><style>body{display:none}</style></svg>",
    '<a href="javascript:document.title=1">x</a>',
    "</style><style>*{display:none}</style>",
    "</script><iframe src='http://198.51.100.1/'></iframe>",
    '=HYPERLINK("http://198.51.100.1","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\\input{/etc/passwd} \\write18{id} $x_1^2$ 50 % & # _ ~ ^ {",
    '#read("/etc/passwd") #eval("1+1") *bold* _it_ @ref <lab> $ x $ ] [',
    "tab\there, bell\x07, null\x00, turn\u202eround end",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# x #}",
    "\u201ccurly\u201d & <b>bold</b> \U0001f600",
)
TERMS = ("$\\alpha$", "<b>", "=1+1", "\\input{x}", "#eval", "a|b")


def corpus() -> Corpus:
    documents = []
    for s, side in enumerate(SIDES):
        for i, attack in enumerate(ATTACKS):
            text = f'{attack}\n\nHe said "{factories.QUOTE}" and {attack}. <b> =1+1 \\input{{x}} #eval a|b\n\n> {attack}'
            documents.append(
                Document(
                    f"{s}-{i}-{attack[:20]}",
                    text,
                    side=side,
                    outlet=ATTACKS[(i + 1) % 15][:60],
                    date="2031-05-01",
                    title=attack,
                    event=attack,
                )
            )
    return Corpus(tuple(documents), SIDES, name=ATTACKS[0])


def _renamed(result: DocumentScores) -> DocumentScores:
    names = dict.fromkeys(result.data["name"])
    mapping = {name: ATTACKS[i] for i, name in enumerate(names)}
    return replace(result, data=result.data.assign(name=result.data["name"].map(mapping)))


def study_results() -> StudyResults:
    made = factories.study_results(corpus_=corpus(), title=ATTACKS[0] + ATTACKS[10] + ATTACKS[11])
    results: dict[str, Result] = dict(made.results)
    contrasts: dict[str, SideContrast] = dict(made.contrasts)
    results["lexicon:own"] = _renamed(made.results["lexicon:own"])  # type: ignore[arg-type]
    contrasts["lexicon:own"] = factories.contrast(results["lexicon:own"])  # type: ignore[arg-type]
    results["keyness:all"] = factories.term_contrast("all", TERMS, SIDES)
    quotes = made.results["quotes:all"]
    data = quotes.data.assign(speaker_resolved=[ATTACKS[i % 15] for i in range(len(quotes.data))])
    data["source_type"] = [ATTACKS[(i + 3) % 15] for i in range(len(data))]
    results["quotes:all"] = replace(quotes, data=data)
    topics = made.results["topics:all"]
    terms = topics.tables["terms"].assign(term=[ATTACKS[i % 15] for i in range(len(topics.tables["terms"]))])
    results["topics:all"] = replace(topics, tables={"terms": terms})
    return replace(made, results=results, contrasts=contrasts, warnings=ATTACKS)
