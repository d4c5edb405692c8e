"""Which side a document is on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from framing.checks import did_you_mean, unknown
from framing.corpus.documents import Document
from framing.errors import CorpusError

FIELDS = ("outlet", "id", "section", "author", "lang", "event", "side", "cluster", "source", "title", "date")


@dataclass(frozen=True, slots=True)
class Sides:
    """
    Sides in their order, each with the field values that put a document on it.

    Attributes
    ----------
    table : dict of str to dict of str to tuple of str
    declared : bool
        False if the sides come from the column `side` alone.
    """

    table: dict[str, dict[str, tuple[str, ...]]]
    declared: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.table)

    @classmethod
    def of(cls, sides: Mapping[str, Mapping[str, Iterable[str]]]) -> Sides:
        """Checked sides from a mapping as a study file writes it."""
        table: dict[str, dict[str, tuple[str, ...]]] = {}
        for side, fields in sides.items():
            if not isinstance(fields, Mapping) or not fields:
                raise CorpusError(
                    f'[sides] {side} must name a field and its values, e.g. {{ outlet = ["..."] }}, got {fields!r}'
                )
            for key in fields:
                if key not in FIELDS:
                    raise CorpusError(f"[sides] {side}: {unknown('field', key, FIELDS)}")
            table[side] = {key: (value,) if isinstance(value, str) else tuple(map(str, value)) for key, value in fields.items()}
        return cls(table)

    def side_of(self, document: Document) -> list[str]:
        """Every side that claims the document."""
        return [
            side
            for side, fields in self.table.items()
            if any(getattr(document, key) in values for key, values in fields.items())
        ]


@dataclass(frozen=True, slots=True)
class Assigned:
    """Documents on their sides, with notes and the flow of what was left out."""

    documents: tuple[Document, ...]
    notes: list[str] = field(default_factory=list)
    flow: tuple[tuple[str, str, int, str], ...] = ()


def sides_of(documents: Iterable[Document]) -> Sides:
    """The sides that the documents themselves name, in order of first appearance."""
    names = dict.fromkeys(document.side for document in documents if document.side)
    return Sides({name: {"side": (name,)} for name in names}, declared=False)


def assign_sides(documents: list[Document], sides: Sides, *, where: str) -> Assigned:
    """
    Put every document on its side.

    Parameters
    ----------
    documents : list of Document
    sides : Sides
    where : str
        File to name in a message.

    Returns
    -------
    Assigned
        Documents no side claims are left out, with a note; without any sides, all stay.

    Raises
    ------
    CorpusError
        If two sides claim one document, or a side has none.
    """
    if not sides.table:
        return Assigned(tuple(documents), [], (("read", "", len(documents), ""),))
    placed: list[Document] = []
    stray: list[Document] = []
    for document in documents:
        claims = sides.side_of(document)
        if len(claims) > 1:
            raise CorpusError(
                f"{where}: the document {document.id!r} is on two sides, {' and '.join(map(repr, claims))}; "
                "change [sides] so that one of them claims it"
            )
        (placed if claims else stray).append(replace(document, side=claims[0]) if claims else document)
    _refuse_empty(sides, placed, documents, where)
    flow = [("read", "", len(documents), "")]
    flow += [("kept", side, sum(d.side == side for d in placed), "") for side in sides.names]
    if stray:
        flow.append(("left out", "", len(stray), "on no side"))
    return Assigned(tuple(placed), _stray_note(stray, documents), tuple(flow))


def _refuse_empty(sides: Sides, placed: list[Document], documents: list[Document], where: str) -> None:
    """A side without documents is nearly always a name spelled otherwise."""
    for side, fields in sides.table.items():
        if any(document.side == side for document in placed):
            continue
        key, values = next(iter(fields.items()))
        present = sorted({str(getattr(document, key)) for document in documents if getattr(document, key)})
        guess = next((hint for value in values if (hint := did_you_mean(value, present))), "")
        known = f"the documents say: {', '.join(present[:8])}" if present else f"no document has {key!r}"
        raise CorpusError(
            f"{where}: the side {side!r} has no documents ({key} = {', '.join(values)}){guess}; {known}. "
            f"Correct [sides] or add its documents."
        )


def _stray_note(stray: list[Document], documents: list[Document]) -> list[str]:
    if not stray:
        return []
    ids = ", ".join(document.id for document in stray[:3]) + (" ..." if len(stray) > 3 else "")
    return [
        f"{len(stray)} of {len(documents)} documents are on no side and were left out ({ids}); add them to [sides] to keep them"
    ]
