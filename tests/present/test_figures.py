"""Figures say what the result says: positions, order, labels, sizes."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import warnings

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.text import Text

from framing.annotate.voice_tables import voice_shares
from framing.errors import FramingWarning, OptionError
from framing.measures.sources import sources
from framing.present import figures, style
from framing.present.figures import scatter, strips
from framing.present.workshop import Workshop
from framing.results import Provenance, Result
from tests.measures.given_word import told
from tests.present import factories


@dataclasses.dataclass(frozen=True)
class Other(Result):
    """Any further kind of result."""


def other(data: pd.DataFrame, measure: str = "x", tables: dict[str, pd.DataFrame] | None = None, **options) -> Other:
    return Other(data, Provenance(measure, options={"sides": list(factories.SIDES), **options}), tables or {})


def specifications() -> Other:
    n = 24
    data = pd.DataFrame(
        {
            "claim": "lexicon:control",
            "specification": range(n),
            "voices": ["own", "all"] * 12,
            "weight": (["document"] * 2 + ["word"] * 2) * 6,
            "side_a": "official",
            "side_b": "critical",
            "estimate": np.linspace(-1, 3, n)[::-1],
            "agrees": True,
        }
    )
    return other(data, "multiverse")


def topics() -> Result:
    made = factories.topics()
    edges = pd.DataFrame({"topic_a": [1, 1, 2], "topic_b": [2, 3, 4], "weight": [0.5, 0.2, 0.9]})
    grid = pd.DataFrame({"k": [3, 4, 5], "npmi": [0.1, 0.2, 0.15], "stability": [0.9, 0.8, 0.5]})
    within = pd.DataFrame(
        {
            "topic": [1, 1, 2, 2],
            "term": ["a", "b", "c", "d"],
            "side_a": "official",
            "side_b": "critical",
            "estimate": [1, -1, 2, -2.0],
        }
    )
    tables = {"network": edges, "diagnostics": grid, "within": within, "timeline": topic_periods()}
    return dataclasses.replace(made, tables={**made.tables, **tables})


def topic_periods(k: int = 4, sides: tuple[str, ...] = factories.SIDES) -> pd.DataFrame:
    rows = [
        (t, f"2031-0{m}", "all", s, (t + m) / 20, (t + m) / 20 - 0.1, (t + m) / 20 + 0.1, 3, "")
        for m in range(1, 6) for t in range(1, k + 1) for s in sides
    ]  # fmt: skip
    return pd.DataFrame(
        rows, columns=["topic", "period", "voice", "side", "share", "ci_low", "ci_high", "n_documents", "reason"]
    )


def kwic() -> Other:
    row = ("d", "official", "Harbour Daily", "own", None, "the ministry tightened", "control", "of the quay")
    return other(
        pd.DataFrame([row] * 5, columns=["document", "side", "outlet", "voice", "speaker", "left", "keyword", "right"]), "kwic"
    )


@functools.cache
def given_word() -> Result:
    return sources(told(n_outlets=4, n_documents=3))


def power() -> Other:
    return other(pd.DataFrame({"name": "control", "effect": [0.0, 1.0, 2.0], "power": [0.05, 0.5, 0.9]}), "power")


def reading() -> Result:
    return factories.scores({"flesch_reading_ease": 45.0, "gunning_fog": 12.0, "smog_index": 9.0}, measure="readability")


RESULTS = {
    "collocations": factories.collocations,
    "import_flow": factories.import_report,
    "matched": factories.matched_events,
    "cue_stance": factories.quotations,
    "event_sources": lambda: given_word(),
    "forest": lambda: factories.contrast(factories.scores()),
    "forest_by_voice": lambda: factories.contrast(factories.scores()),
    "health": factories.health,
    "k_diagnostics": topics,
    "keyness_lollipop": factories.term_contrast,
    "kwic": kwic,
    "power": power,
    "readability": reading,
    "score_strips": factories.scores,
    "speaker_matrix": factories.quotations,
    "specification_curve": specifications,
    "term_scatter": factories.term_contrast,
    "timeline": factories.timeline,
    "topic_network": topics,
    "topic_prevalence": factories.topics,
    "topic_terms": topics,
    "topic_timeline": topics,
    "voices_bar": factories.voices,
    "who_speaks": factories.quotations,
    "within_topic": topics,
    "word_shift": factories.shift,
}


def drawn(name: str, result: Result, /, **options):
    with style.applied():
        figure, ax = figures.compose(name, result, **options)
        figure.draw_without_rendering()
    return figure, ax


def written(figure) -> list[Text]:
    """Texts that are really drawn; ticks beyond the end of their axis are not."""
    unseen = {
        id(label)
        for axis in figure.findobj(Axis)
        for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]
        if not axis.get_visible() or not min(axis.get_view_interval()) <= tick.get_loc() <= max(axis.get_view_interval())
        for label in (tick.label1, tick.label2)
    }
    unseen |= {
        id(t) for ax in figure.findobj(Axes) if not ax.axison for axis in (ax.xaxis, ax.yaxis) for t in axis.findobj(Text)
    }
    return [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible() and id(t) not in unseen]


def test_every_figure_has_a_case_here():
    assert set(RESULTS) == set(figures.names())


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_no_text_is_smaller_than_six_points(name: str):
    figure, _ = drawn(name, RESULTS[name]())

    assert min(t.get_fontsize() for t in written(figure)) >= 6


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_nothing_is_drawn_outside_the_paper(name: str):
    figure, _ = drawn(name, RESULTS[name]())
    paper = figure.bbox

    for text in written(figure):
        box = text.get_window_extent()
        assert box.x0 > paper.x0 - 3, text.get_text()
        assert box.x1 < paper.x1 + 3, text.get_text()


@pytest.mark.parametrize("name", sorted(RESULTS))
@pytest.mark.parametrize(("journal", "columns", "mm"), [("nature", 1, 89.0), ("elsevier", 2, 190.0)])
def test_a_figure_has_the_width_that_was_asked(name: str, journal: str, columns: int, mm: float):
    figure, _ = drawn(name, RESULTS[name](), journal=journal, columns=columns)

    assert figure.get_figwidth() * 25.4 == pytest.approx(mm, abs=0.1)


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_every_figure_draws_on_axes_that_are_given(name: str):
    from matplotlib.figure import Figure

    ax = Figure(figsize=(6, 5)).add_subplot()

    assert figures.draw(name, RESULTS[name](), ax=ax) is ax


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_an_empty_result_gives_an_honest_empty_figure(name: str):
    result = RESULTS[name]()
    empty = dataclasses.replace(result, data=result.data.head(0), tables={})

    figure, _ = drawn(name, empty)

    assert any("Nothing to draw" in t.get_text() for t in written(figure))


@pytest.mark.parametrize("name", sorted(RESULTS))
def test_long_names_and_three_sides_do_not_break_a_figure(name: str):
    sides = ("official", factories.LONG, "third")
    result = RESULTS[name]()
    data = result.data.copy()
    for column in ("side", "side_a", "side_b"):
        if column in data:
            data[column] = data[column].astype(object).replace({"critical": factories.LONG})
    provenance = dataclasses.replace(result.provenance, options={**result.provenance.options, "sides": list(sides)})
    tables = {k: v.replace({"critical": factories.LONG}) for k, v in result.tables.items()}

    figure, _ = drawn(name, dataclasses.replace(result, data=data, provenance=provenance, tables=tables))

    beyond = [t.get_text() for t in written(figure) if t.get_window_extent().x1 > figure.bbox.x1 + 6]
    assert beyond == []


def test_lollipops_stand_at_the_estimates_in_the_order_of_the_result():
    result = factories.term_contrast()

    _, ax = drawn("keyness_lollipop", result)

    assert [t.get_text() for t in ax.get_yticklabels()] == ["order", "control", "campaign", "rumour", "arrest", "lawyer"]
    marks = [
        (line.get_xdata()[0], line.get_ydata()[0])
        for line in ax.lines
        if line.get_marker() in ("o", "s") and len(line.get_xdata()) == 1
    ]
    stands = [x for x, y in marks if float(x) in set(result.data["estimate"])]
    assert stands == pytest.approx(result.data["estimate"].tolist())


def test_a_lollipop_is_filled_only_where_the_corrected_p_is_small():
    _, ax = drawn("keyness_lollipop", factories.term_contrast())

    faces = [line.get_markerfacecolor() for line in ax.lines if line.get_marker() in ("o", "s") and line.get_markersize() == 5]
    assert [face == "white" for face in faces] == [False, False, True, True, False, False]


def test_intervals_are_drawn_where_they_are_and_refused_with_the_reason_where_not():
    with_them, _ = drawn("keyness_lollipop", factories.term_contrast())
    without, ax = drawn("keyness_lollipop", factories.term_contrast(with_interval=False))

    assert any("95 % intervals" in t.get_text().replace("\n", " ") for t in written(with_them))
    assert any("fewer than 2 clusters on a side" in t.get_text().replace("\n", " ") for t in written(without))
    assert not [line for line in ax.lines if line.get_linewidth() == 1.6]


def test_the_forest_prints_means_difference_and_interval():
    contrast = factories.contrast(factories.scores())

    figure, _ = drawn("forest", contrast)

    texts = {t.get_text() for t in written(figure)}
    row = contrast.data.iloc[0]
    assert f"{row['mean_a']:.2f}" in texts
    assert f"+{row['estimate']:.2f}" in texts
    assert f"[{row['ci_low']:.2f}, {row['ci_high']:.2f}]" in texts


def test_an_unvalidated_score_says_so_in_the_figure():
    contrast = factories.contrast(factories.scores())
    checked = dataclasses.replace(contrast, provenance=dataclasses.replace(contrast.provenance, options={"validated": True}))

    assert any("not validated" in t.get_text() for t in written(drawn("forest", contrast)[0]))
    assert not any("not validated" in t.get_text() for t in written(drawn("forest", checked)[0]))


def test_voice_bars_are_as_wide_as_their_shares():
    _, ax = drawn("voices_bar", factories.voices())

    widths = [p.get_width() for p in ax.patches if p.get_height() == pytest.approx(0.9 * 0.76 / 2)]
    assert widths == pytest.approx([0.6, 70 / 300, 40 / 300, 10 / 300, 0.4, 0.2, 40 / 300, 80 / 300])


def test_voice_bars_carry_the_intervals_of_the_table():
    made = factories.voices()
    table = voice_shares(made.data, factories.SIDES, 7).assign(ci_low=lambda d: d["share"] - 0.03, ci_high=0.9)

    _, ax = drawn("voices_bar", dataclasses.replace(made, tables={"sides": table}))

    lines = sorted(line.get_xdata()[0] for line in ax.lines if line.get_linewidth() == 1.0)
    assert lines == pytest.approx(sorted(table["ci_low"]))


def test_every_document_has_one_mark_in_the_strips():
    scores = factories.scores()

    _, ax = drawn("score_strips", scores)

    marks = [x for panel in ax.child_axes for line in panel.lines if line.get_linestyle() == "None" for x in line.get_xdata()]
    assert sorted(marks) == pytest.approx(sorted(scores.data["value"]))


def test_strips_say_how_many_scores_are_left_out():
    result = factories.scores({f"s{i}": 1.0 + i for i in range(9)})

    assert "6 of 9 scores are drawn" in figures.find("score_strips").note(figures.find("score_strips").rows(result), result)


def test_sides_keep_their_colour_whatever_the_order_of_the_rows():
    scores = factories.scores()
    turned = dataclasses.replace(scores, data=scores.data.iloc[::-1].reset_index(drop=True))

    for result in (scores, turned):
        _, ax = drawn("score_strips", result)
        labels = {t.get_text(): t.get_color() for t in ax.texts if t.get_text() in factories.SIDES}
        assert labels == {side: look.colour for side, look in style.looks(factories.SIDES).items()}


def test_side_colours_are_legible_on_white_and_come_with_a_second_cue():
    looks = list(style.looks(map(str, range(8))).values())

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert min(1.05 / (luminance(look.colour) + 0.05) for look in looks) >= 4.5
    assert len({look.marker for look in looks}) == 8
    assert len({look.hatch for look in looks}) == 8


def many_terms(n: int = 300) -> Result:
    rng = np.random.default_rng(np.random.SeedSequence(11))
    a, b = rng.poisson(rng.gamma(0.6, 20, n)), rng.poisson(rng.gamma(0.6, 20, n))
    estimate = np.log((a + 0.5) / (b + 0.5))
    base = factories.term_contrast(terms=tuple(f"longword{i}" for i in range(n)))
    return dataclasses.replace(
        base, data=base.data.assign(n_a=a, n_b=b, rate_a=a / 5, rate_b=b / 5, estimate=estimate, z=estimate * np.sqrt(a + b))
    )


def test_scatter_labels_do_not_lie_on_each_other():
    _figure, ax = drawn("term_scatter", many_terms())

    boxes = [t.get_window_extent() for t in ax.texts if str(t.get_gid()).startswith("label-")]
    overlaps = [(i, j) for i in range(len(boxes)) for j in range(i) if boxes[i].overlaps(boxes[j])]
    assert len(boxes) >= 15
    assert overlaps == []


def test_scatter_labels_stay_inside_the_axes_and_near_their_point():
    _, ax = drawn("term_scatter", many_terms())

    frame = ax.get_window_extent()
    for label in (t for t in ax.texts if str(t.get_gid()).startswith("label-")):
        box = label.get_window_extent()
        point = ax.transData.transform(label.xy)
        assert frame.x0 - 2 < box.x0
        assert box.x1 < frame.x1 + 2
        assert box.x0 - 20 < point[0] < box.x1 + 20
        assert box.y0 - 20 < point[1] < box.y1 + 20


def test_a_term_that_one_side_never_uses_stands_on_the_edge():
    rows = scatter.rows(many_terms())

    assert scatter.floor(rows) == pytest.approx(0.1)
    assert (rows[["rate_a", "rate_b"]].to_numpy() == 0).any()


def test_the_specification_curve_rises_and_rings_the_reported_one():
    result = specifications()

    _, ax = drawn("specification_curve", result)

    curve = ax.child_axes[0]
    points = sorted(
        (x, y)
        for line in curve.lines
        if line.get_linestyle() == "None" and line.get_markersize() != 8
        for x, y in zip(*line.get_data(), strict=True)
    )
    assert [y for _, y in points] == pytest.approx(sorted(result.data["estimate"]))
    ring = next(line for line in curve.lines if line.get_markersize() == 8)
    assert ring.get_ydata() == pytest.approx([3.0])


def test_the_timeline_puts_each_side_at_its_value():
    _, ax = drawn("timeline", factories.timeline())

    assert [list(line.get_ydata()) for line in ax.lines[:2]] == [[1, 2, 3, 4, 5], [2, 3, 4, 5, 6]]


def test_a_word_shift_is_ordered_by_size():
    _, ax = drawn("word_shift", factories.shift())

    assert [p.get_width() for p in ax.patches if p.get_height() == pytest.approx(0.72)] == [-0.3, 0.2, 0.1]


def test_a_dumbbell_joins_both_means_of_an_event_and_prints_their_difference():
    result = factories.matched_events()
    events = result.tables["events"].query("name == 'rights'").sort_values("difference", ascending=False)

    figure, ax = drawn("matched", result, name="rights")

    assert [t.get_text() for t in ax.get_yticklabels()] == events["event"].tolist()
    marks = {(line.get_ydata()[0], line.get_marker()): line.get_xdata()[0] for line in ax.lines if line.get_markersize() == 5.4}
    assert [marks[y, "o"] for y in range(6)] == pytest.approx(events["mean_a"].tolist())
    assert [marks[y, "s"] for y in range(6)] == pytest.approx(events["mean_b"].tolist())
    assert {f"+{d:.2f}" for d in events["difference"]} <= {t.get_text() for t in written(figure)}


def test_marks_that_would_hide_each_other_lie_above_and_below_the_row():
    ties = factories.quotations().data.assign(stance="neutral", source_type="official")
    _, ax = drawn("cue_stance", dataclasses.replace(factories.quotations(), data=ties))

    heights = [line.get_ydata()[0] for line in marks_of(ax.child_axes[0])]
    assert heights == pytest.approx([-0.13, 0.13, 0.87, 1.13])


def marks_of(ax: Axes) -> list:
    return [line for line in ax.lines if line.get_marker() in ("o", "s") and len(line.get_xdata()) == 1]


def test_stances_are_drawn_by_source_type_and_neutral_is_the_rest():
    result = given_word()

    figure, ax = drawn("cue_stance", result)

    (panel,) = ax.child_axes
    table = result.tables["stance"].query("stance == 'distancing'").set_index(["source_type", "side"])
    assert panel.get_title(loc="left") == "distancing"
    kinds = [t.get_text() for t in panel.get_yticklabels()]
    assert kinds[0] == "all"
    assert set(kinds) == {"all", "official", "expert", "citizen"}
    at = [line.get_xdata()[0] for line in marks_of(panel)]
    assert at == pytest.approx([table["share"][k, s] for k in kinds for s in ("state", "press")])
    ends = {tuple(line.get_xdata()) for line in panel.lines if line.get_linewidth() == 1.0 and len(line.get_xdata()) == 2}
    assert ends == set(zip(table["ci_low"], table["ci_high"], strict=True))
    texts = {t.get_text() for t in written(figure)}
    assert {str(n) for n in table["n_cued"]} <= texts


def test_a_thin_cell_stands_in_brackets_and_has_no_mark():
    result = given_word()
    thin = result.tables["stance"].assign(thin=lambda d: (d["source_type"] == "expert") & (d["side"] == "press"))

    figure, ax = drawn("cue_stance", dataclasses.replace(result, tables={"stance": thin}))

    n = thin[thin["thin"]]["n_cued"].iloc[0]
    assert f"({n})" in {t.get_text() for t in written(figure)}
    assert len(marks_of(ax.child_axes[0])) == 7


def test_events_stand_side_by_side_with_the_shares_of_the_table():
    result = given_word()

    _figure, ax = drawn("event_sources", result)

    table = result.tables["events"]
    texts = [t.get_text() for t in ax.texts]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["event 0", "event 1", "event 2"]
    assert len(ax.patches) == len(table) == 18
    assert {f"{100 * share:.0f} %" for share in table["share_words"]} <= set(texts)


def test_an_event_told_by_one_side_is_not_drawn_and_counted():
    result = given_word()
    events = result.tables["events"].query("event != 'event 1' or side != 'press'")
    cut = dataclasses.replace(result, tables={"events": events})

    _, ax = drawn("event_sources", cut)

    assert [t.get_text() for t in ax.get_yticklabels()] == ["event 0", "event 2"]
    figure = figures.find("event_sources")
    assert "2 events quoted on both sides; 1 with quotations on one side only" in figure.note(figure.rows(cut), cut)


@pytest.mark.parametrize("name", ["who_speaks", "cue_stance", "event_sources"])
def test_sources_draw_the_figures_of_their_tables(name: str):
    assert len(figures.find(name).rows(given_word()))


@pytest.mark.parametrize("name", ["matched", "forest", "keyness_lollipop"])
def test_a_figure_of_another_kind_of_result_is_refused_by_name(name: str):
    with pytest.raises(OptionError, match=f"figure '{name}' cannot be drawn from a result of 'sources'"):
        given_word().plot(name)


@pytest.mark.parametrize("name", ["collocations", "health", "keyness_lollipop", "matched", "who_speaks"])
def test_long_labels_of_rows_do_not_lie_on_each_other(name: str):
    result = RESULTS[name]()
    long = {
        c: [f"{v} {factories.LONG}"[:60] for v in result.data[c]]
        for c in ("term", "outlet", "source_type", "collocate")
        if c in result.data
    }
    tables = {
        k: v.assign(event=[f"{e} {factories.LONG}"[:60] for e in v["event"]]) if "event" in v else v
        for k, v in result.tables.items()
    }

    _figure, ax = drawn(name, dataclasses.replace(result, data=result.data.assign(**long), tables=tables))

    boxes = sorted((t.get_window_extent() for t in ax.get_yticklabels()), key=lambda box: box.y0)
    assert len(boxes) >= 4
    assert all(low.y1 <= high.y0 + 1 for low, high in itertools.pairwise(boxes))


def test_events_of_one_side_are_not_drawn_and_counted_in_the_note():
    result = factories.matched_events()
    lonely = result.tables["events"].assign(mean_b=lambda d: d["mean_b"].where(d["event"] != "e3"))
    lonely["difference"] = lonely["mean_a"] - lonely["mean_b"]
    cut = dataclasses.replace(result, data=result.data.assign(n_events=5, n_unmatched=1), tables={"events": lonely})

    _, ax = drawn("matched", cut)

    assert "e3" not in [t.get_text() for t in ax.get_yticklabels()]
    assert "1 told by one side only are left out" in figures.find("matched").note(figures.find("matched").rows(cut), cut)


def test_collocations_stand_at_their_log_dice_with_counts_and_a_dash_where_a_side_does_not_list_them():
    result = factories.collocations()
    data = result.data.set_index(["collocate", "side"])

    figure, ax = drawn("collocations", result, top=4)

    pairs = [t.get_text() for t in ax.get_yticklabels()]
    best = result.data.sort_values("log_dice", ascending=False).groupby("side").head(4)
    assert set(pairs) == set(best["collocate"])
    drawn_at = sorted(line.get_xdata()[0] for line in ax.lines if line.get_markersize() == 4.6)
    known = [data["log_dice"][p, s] for p in pairs for s in factories.SIDES if (p, s) in data.index]
    assert drawn_at == pytest.approx(sorted(known))
    counts = [t.get_text() for t in written(figure)]
    assert counts.count("–") == 2 * len(pairs) - len(known)
    assert all(str(data["n_joint"][p, s]) in counts for p in pairs for s in factories.SIDES if (p, s) in data.index)


def test_stems_of_collocations_start_at_zero():
    _, ax = drawn("collocations", factories.collocations())

    assert {line.get_xdata()[0] for line in ax.lines if len(line.get_xdata()) == 2 and line.get_linewidth() == 1.0} == {0.0}


def test_import_bars_are_imported_then_found_twice_then_the_rest():
    figure, ax = drawn("import_flow", factories.import_report())

    assert [(p.get_x(), p.get_width()) for p in ax.patches] == [(0, 80), (80, 20), (0, 48), (48, 2), (0, 1)]
    texts = " ".join(t.get_text().replace("\n", " ") for t in written(figure))
    assert "refused: no field HD in it" in texts
    assert "149 of 151" not in texts
    assert "151 documents found, 129 imported, 20 found twice; refused: 1. Dropped: 153" in texts
    announced = [line.get_xdata()[0] for line in ax.lines if line.get_linewidth() == 1.2]
    assert announced == [100, 55]


def test_who_speaks_shows_shares_of_quoted_words():
    rows = figures.find("who_speaks").rows(factories.quotations())

    assert rows.groupby("side")["share"].sum().tolist() == pytest.approx([1.0, 1.0])


def test_a_swarm_keeps_equal_values_apart():
    offsets = strips.spread(np.array([1.0, 1.0, 1.0]), 0.1)

    assert len(set(offsets)) == 3


def test_drawing_changes_no_global_style():
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    drawn("forest", factories.contrast(factories.scores()))

    assert dict(mpl.rcParams) == before


def test_an_unknown_figure_names_the_nearest():
    with pytest.raises(OptionError, match="did you mean 'forest'"):
        figures.draw("forrest", factories.term_contrast())


def test_an_unknown_journal_names_the_nearest():
    with pytest.raises(OptionError, match="did you mean 'nature'"):
        style.figsize("natur")


def test_a_missing_glyph_is_a_box_and_a_warning_that_names_a_font(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(style, "cjk_font", lambda: None)

    with pytest.warns(FramingWarning, match="Noto Sans CJK SC"):
        text = style.drawable("港 harbour")

    assert text == "□ harbour"


def test_a_figure_with_chinese_names_is_drawn(monkeypatch: pytest.MonkeyPatch):
    result = factories.term_contrast(terms=("谣言", "港口", "order", "law", "people", "words"))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FramingWarning)
        _figure, ax = drawn("keyness_lollipop", result)

    assert len(ax.get_yticklabels()) == 6


def test_topics_over_time_have_a_panel_each_with_one_line_a_side():
    ax = topics().plot("timeline")

    assert len(ax.child_axes) == 4
    for number, panel in enumerate(ax.child_axes, start=1):
        lines = [line for line in panel.lines if len(line.get_xdata()) == 5]
        assert len(lines) == 2
        assert [line.get_ydata().tolist() for line in lines] == [pytest.approx([(number + m) / 20 for m in range(1, 6)])] * 2
        assert len(panel.collections) == 2  # intervals
        assert panel.get_title(loc="left").startswith(f"{number} · ")


@pytest.mark.parametrize(
    ("result", "shorts"),
    [
        (topics, ["prevalence", "terms", "diagnostics", "within", "network", "timeline"]),
        (factories.term_contrast, ["lollipop", "scatter"]),
        (factories.quotations, ["sources", "stance", "speakers"]),
        (factories.scores, ["strips"]),
        (factories.voices, ["voices"]),
        (lambda: factories.contrast(factories.scores()), ["by_voice"]),
    ],
)
def test_figures_have_short_names(result, shorts: list[str]):
    made = result()

    for short in shorts:
        ax = made.plot(short)
        assert type(made).figures[short] in figures.names()
        assert not any("Nothing to draw" in text.get_text() for text in ax.texts)


def test_a_figure_that_does_not_suit_a_result_is_refused_by_name():
    for result, kind in [(factories.scores(), "cue_stance"), (factories.term_contrast(), "forest"), (topics(), "stence")]:
        with pytest.raises(OptionError, match=f"figure '{kind}'"):
            result.plot(kind)


def test_a_figure_without_anything_to_show_says_that_it_is_the_wrong_one():
    (text,) = factories.scores().plot("matched").texts

    assert "holds nothing that the figure 'matched' shows" in " ".join(text.get_text().split())


def test_the_report_draws_topics_over_time():
    shop = Workshop(factories.study_results())

    assert "topic_timeline" in shop.figures_for(topics(), "topics")
    assert shop.picture("topic_timeline", topics(), "topics-all-timeline", "Topics over time.")
    assert not shop.picture("topic_timeline", factories.topics(), "without-periods", "Topics over time.")
