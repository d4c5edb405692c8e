"""Layouts of quotations in news prose; people, places and papers are invented."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.annotate.layout.blocks import blocks
from framing.annotate.layout.marks import marked
from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.voices import VOICES, voice_spans


def quotes_in(text, **options):
    found = find_quotes([("a", text)], **options)
    assert not [note for note in found.notes if "could not" in note], found.notes
    return found.quotes["a"]


def said(text, quote):
    return " | ".join(text[a:b].strip("“”„\"'‘’«» ,.") for a, b in quote.parts)


LAYOUTS = {
    "quotation first": ('"The pier will open in May," Mara Voss said.', "direct", "The pier will open in May", "Mara Voss"),
    "inverted": ('"The pier will open in May," said Mara Voss.', "direct", "The pier will open in May", "Mara Voss"),
    "speaker first": ('Mara Voss said: "The pier will open in May."', "direct", "The pier will open in May", "Mara Voss"),
    "interrupted": (
        '"The pier," said Mara Voss, "will open in May or June."', "direct", "The pier | will open in May or June", "Mara Voss",
    ),
    "descriptive clause after the name": (
        '"The pier will open in May," said Hugo Lind, a doctor who lives nearby.', "direct",
        "The pier will open in May", "Hugo Lind",
    ),
    "indirect": ("Mara Voss said that the pier would open in May.", "indirect", "that the pier would open in May", "Mara Voss"),
    "indirect first": ("The pier would open in May, Mara Voss said.", "indirect", "The pier would open in May", "Mara Voss"),
    "inserted cue": (
        "The pier, Mara Voss said, would open in May.", "indirect", "The pier | would open in May", "Mara Voss",
    ),
    "mixed": (
        'Mara Voss said the plan was "a gift to nobody at all".', "mixed", 'the plan was "a gift to nobody at all', "Mara Voss",
    ),
    "according to": (
        "According to Mara Voss, the pier will open in May.", "indirect", "the pier will open in May", "Mara Voss",
    ),
    "according to, last": (
        "The pier will open in May, according to Mara Voss.", "indirect", "The pier will open in May", "Mara Voss",
    ),
    "noun": (
        "Nobody believed Mara Voss's claim that the pier was safe.", "indirect", "that the pier was safe", "Mara Voss",
    ),
    "promise": ("Mara Voss promised to rebuild the pier.", "indirect", "to rebuild the pier", "Mara Voss"),
    "criticism": (
        "Mara Voss criticised the council's plan for the pier.", "indirect", "the council's plan for the pier", "Mara Voss",
    ),
    "label": ('Mara Voss: "The pier will open in May, whatever they say."', "direct",
              "The pier will open in May, whatever they say", "Mara Voss"),
    "signed": ('"The pier will open in May, whatever they say." - Mara Voss', "direct",
               "The pier will open in May, whatever they say", "Mara Voss"),
    "colon and a new paragraph": (
        'And from Chairwoman Mara Voss:\n\n"The pier will open in May, whatever they say."', "direct",
        "The pier will open in May, whatever they say", "Mara Voss",
    ),
    "guillemets": ("«The pier will open in May», Mara Voss said.", "direct", "The pier will open in May", "Mara Voss"),
    "single British marks": ("‘The pier will open in May,’ Mara Voss said.", "direct",
    "The pier will open in May", "Mara Voss"),
    "single marks around apostrophes": (
        "‘The workers’ pier isn’t the ministers’,’ said Mara Voss. ‘’Tis ours.’", "direct",
        "The workers’ pier isn’t the ministers | Tis ours", "Mara Voss",
    ),
    "straight single marks": (
        "'The workers' pier isn't shut,' said Mara Voss, 'and it won't be.'", "direct",
        "The workers' pier isn't shut | and it won't be", "Mara Voss",
    ),
    "single marks in a report": (
        "Mara Voss said the ministers’ plan was ‘a gift to the boats’ owners’.", "mixed",
        "the ministers’ plan was ‘a gift to the boats’ owners", "Mara Voss",
    ),
    "comma behind a single mark": ("‘The pier opens in May’, says Mara Voss.", "direct", "The pier opens in May", "Mara Voss"),
    "double marks in single ones": (
        "‘He told us, “Leave it with me”, and went,’ said Mara Voss.", "direct", "He told us, “Leave it with me”, and went",
        "Mara Voss",
    ),
    "three paragraphs, each with its opening mark": (
        "Mara Voss said: ‘We went down.\n\n‘Nobody came.\n\n‘So we left the workers’ pier.’", "direct",
        "We went down | Nobody came | So we left the workers’ pier", "Mara Voss",
    ),
    "low and high marks": ("„The pier opens in May“, said Mara Voss.", "direct", "The pier opens in May", "Mara Voss"),
    "inward guillemets": ("»The pier opens in May«, said Mara Voss.", "direct", "The pier opens in May", "Mara Voss"),
    "guillemets with blanks": ("« The pier opens in May », said Mara Voss.", "direct", "The pier opens in May", "Mara Voss"),
    "signed on a line of its own": (
        "“The pier opens in May, they say.”\n\n— Mara Voss, pilot", "direct", "The pier opens in May, they say", "Mara Voss",
    ),
    "signed behind two paragraphs": (
        "“The pier opens in May.\n\n“We have waited long enough.”\n\n- Mara Voss", "direct",
        "The pier opens in May | We have waited long enough", "Mara Voss",
    ),
    "two apostrophes": ("''The pier will open in May,'' Mara Voss said.", "direct", "The pier will open in May", "Mara Voss"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "content", "speaker"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_layout_is_read(text, kind, content, speaker):
    quote = next(q for q in quotes_in(text) if q.speech)

    assert (quote.kind, said(text, quote)) == (kind, content)
    assert speaker in quote.speaker_text
    assert quote.speaker_resolved == speaker


def test_somebody_without_a_name_can_sign():
    (quote,) = quotes_in("‘You went down for our light. Come home.’ - A friend from the day shift")

    assert quote.speaker_text == "A friend from the day shift"


def test_fragments_of_one_utterance_are_one_quotation():
    text = '"The pier will open," Mara Voss said. "We have waited long enough."'

    (quote,) = quotes_in(text)

    assert said(text, quote) == "The pier will open | We have waited long enough"


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = 'Mara Voss said: "The pier will open in May.\n\n"We have waited long enough for it."'

    spans = [(said(text, q), q.speaker_resolved) for q in quotes_in(text)]

    assert [name for _, name in spans] == ["Mara Voss"] * len(spans)
    assert "We have waited long enough for it" in " ".join(s for s, _ in spans)


@pytest.mark.parametrize(
    "text",
    [
        'They call the old boat "Shorty" and leave it there.',
        'The show "The Pier at Night" ran for a year.',
        'The campaign, code-named "Clean Harbour", began in May.',
        'He called it a so-called "reform" at best, people felt.',
        'She went home to her "Ronnie." Nobody said a word.',
        "They came to hear ‘The Weight of Rope.’ Nobody said a word.",
        "The ‘poison spring’ of the rumour pages is a slogan.",
        "Her last book, ‘The Weight of Rope’, ends badly, and so does the workers’ strike.",
        "The babies of that year have a name, the ‘lamb year’, in the villagers’ songs.",
    ],
)
def test_nicknames_titles_and_campaigns_are_not_quotations(text):
    assert not [q for q in quotes_in(text) if q.kind == "direct" and q.speech]


def test_a_short_answer_with_capitals_is_a_quotation():
    assert [q.kind for q in quotes_in("She said “Never.” Later he whispered “Harbour.”")] == ["direct", "direct"]


def test_thought_is_reported_and_not_counted_as_speech():
    (quote,) = quotes_in("Mara Voss believes that the pier is safe.")

    assert (quote.speech, quote.cue_class) == (False, "think")


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("said", "neutral"), ("claimed", "distancing"), ("acknowledged", "endorsing"), ("pointed out", "endorsing")],
)
def test_a_cue_has_a_stance(cue, stance):
    (quote,) = quotes_in(f"Mara Voss {cue} that the pier was safe.")

    assert quote.stance == stance


def test_who_would_have_us_believe_claims_it():
    (quote,) = quotes_in("Mara Voss would have us believe the pier is safe.")

    assert (quote.cue_text, quote.cue_class, quote.stance) == ("would have us believe", "claim", "distancing")


def test_accusing_is_hostile_and_praising_is_warm():
    stances = [q.stance for q in quotes_in("Mara Voss accused the mayor of lying. Hugo Lind praised the new pier.")]

    assert stances == ["hostile", "warm"]


def test_a_refusal_to_say_is_one_quotation():
    (quote,) = quotes_in("Mara Voss declined to say whether the pier was safe.")

    assert quote.cue_lemma == "decline"


def test_clausal_only_leaves_objects_out():
    text = "Mara Voss criticised the council's plan for the pier. She said that it was late."

    lemmas = [q.cue_lemma for q in quotes_in(text, clausal_only=True)]

    assert lemmas == ["say"]


def test_a_passive_cue_has_its_agent():
    (quote,) = quotes_in("The new date was first reported by the Tide Daily.")

    assert quote.speaker_resolved == "Tide Daily"


def test_quotations_in_a_block_belong_to_the_block():
    text = 'The Tide reports:\n\n> The pier is shut.\n> "We are sorry about it," Mara Voss said.'

    quotes = [q for q in quotes_in(text) if q.speaker_resolved == "Mara Voss"]

    assert [q.block for q in quotes] == [True]


def test_the_marker_of_a_block_is_no_part_of_a_quotation():
    text = '> Police said on Friday that the road was closed.\n\n> "We did our duty," Mara Voss said.'

    quotes = quotes_in(text)

    assert [(q.speaker_text, text[q.start : q.end]) for q in quotes] == [
        ("Police", "that the road was closed"),
        ("Mara Voss", '"We did our duty,"'),
    ]


def test_another_language_gives_marks_and_a_note():
    found = find_quotes([("a", "Mara Voss sagte: „Der Steg wird im Mai geöffnet.“")], lang="de")

    assert [q.kind for q in found.quotes["a"]] == ["direct"]
    assert any("'de'" in note for note in found.notes)


def test_without_a_model_direct_quotations_still_work(monkeypatch):
    monkeypatch.setattr("framing.annotate.documents.load_model", lambda: (None, {}, ("no model",)))

    found = find_quotes([("a", '"The pier will open in May," said Mara Voss. Hugo Lind said it was late.')])

    (quote,) = found.quotes["a"]
    assert (quote.kind, quote.speaker_text, quote.cue_lemma) == ("direct", "Mara Voss", "say")
    assert found.notes == ("no model",)
    assert found.models == {}


def test_a_hook_names_what_the_rules_leave_unnamed():
    text = "A tall woman said the pier was safe."

    (quote,) = quotes_in(text, coref=lambda t: [(0, 12, "Mara Voss")])

    assert (quote.speaker_text, quote.speaker_resolved) == ("A tall woman", "Mara Voss")


def test_a_sentence_that_breaks_the_parser_is_noted_and_the_rest_goes_on():
    import spacy

    class Breaks:
        meta = {"lang": "en", "name": "breaks", "version": "0"}
        pipe_names = ()

        def __init__(self):
            self.blank = spacy.blank("en")

        def select_pipes(self, disable):
            return self.blank.select_pipes(disable=list(disable))

        def pipe(self, texts, **_):
            raise ValueError("no")

        def __call__(self, text):
            if "bad" in text:
                raise ValueError("bad sentence")
            return self.blank(text)

    found = find_quotes([("a", "He said bad things."), ("b", '"We will stay here," he said.')], nlp=Breaks())

    assert any(note.startswith("a: ") and "bad sentence" in note for note in found.notes)
    assert set(found.quotes) == {"a", "b"}
    assert found.quotes["b"]


STRANGE = {
    "empty": "", "blank": "  \n\n ", "odd number of marks": 'One " two. Three " four " five said Ann.',
    "only marks": '"""""\n“”“”', "mixed marks": '“The pier," she said. "It is" late”, he said.',
    "apostrophes": "The ministers' plan, 'twas said, wasn't Voss's.", "lower case": "mara voss said the pier is shut and " * 20,
    "chinese stops": "。！？” 说：“。",
    "emoji": "🙂 “We 🙂 stay here now,” said Ann 🙂 Orr.",
    "chinese inside": "“我们会开放码头。” Chen Liwei said 码头 was 安全.",
    "cr lf": '"The pier will open,"\r\nMara Voss said.\r\n\r\n"It is late now," he added.\r',
    "tabs": "\tSaid:\t“x y z w,”\tsaid",
    "zero width": "He said​ “the​ pier is late”.", "one word": "said", "colon only": ":",
    "unclosed": "He said “the pier is late. And so",
    "no space": '"It is late,"Mara Voss said.', "dash": "— said — “— no more of it —” — said —",
}  # fmt: skip


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_raises_nothing_and_slices(text):
    check_slices(text, quotes_in(text))


def check_slices(text, quotes):
    for stretches in (marked(text), blocks(text)):
        assert all(0 <= s.start < s.end <= len(text) for s in stretches)
        assert all(a.end <= b.start for a, b in pairwise(stretches))
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.parts[0][0] == quote.start
        assert quote.parts[-1][1] == quote.end
        assert all(a < b for a, b in quote.parts)
        assert all(p[1] <= q[0] for p, q in zip(quote.parts, quote.parts[1:], strict=False))
        if quote.speaker:
            assert text[slice(*quote.speaker)] == quote.speaker_text
        if quote.cue:
            assert text[slice(*quote.cue)] == quote.cue_text
    spans = voice_spans(text, quotes)
    assert "".join(text[s.start : s.end] for s in spans) == text
    assert all(s.voice in VOICES for s in spans)


PIECES = st.sampled_from(
    ["“", "”", '"', "''", "‘", "’", "«", "»", " said ", " Mara Voss ", " the pier is late", ", ", ". ", ": ",
    "\n\n", "\n> ", "\r\n",
     " according to ", "claimed that ", " who ", "he", "[Source]", "The Tide reports:", " - ", "?", "🙂", "码头", "x",
     "the boys’ ", "'tis ", "„", "\n\nQ: ", "\n\nA: ", "\n\nVoss: ", "I stay.", "***", "From the Tide:\n\n",
     "。", "！”", "李明说："]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_always_slice_and_voices_always_partition(text):
    check_slices(text, quotes_in(text))
    check_slices(text, quotes_in(text, lang="zh"))


@pytest.mark.slow
def test_a_paragraph_of_a_megabyte_is_read():
    sentence = 'Mara Voss said the pier was late. "It will open in May," he added. Nothing else happened in the town that day. '
    text = sentence * (1_000_000 // len(sentence))

    quotes = quotes_in(text)

    assert len(quotes) > 8000
    check_slices(text[:2000], [q for q in quotes if q.end <= 2000])


def test_the_order_of_documents_is_kept_and_each_has_an_entry():
    found = find_quotes([(str(n), '"We will stay here," he said.' * (n % 3)) for n in range(150)])

    assert list(found.quotes) == [str(n) for n in range(150)]
    assert not found.quotes["0"]


def test_a_model_is_recorded_with_its_hash():
    found = find_quotes([("a", "Mara Voss said it was late.")])

    ((name, digest),) = found.models.items()
    assert name.startswith("en_core_web_sm")
    assert len(digest) == 64


def test_a_quote_is_frozen():
    quote = Quote(0, 1, ((0, 1),), "direct")

    with pytest.raises(AttributeError):
        quote.start = np.int64(3)
