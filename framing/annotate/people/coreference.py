"""A coreference component of the user's: asked for names, and never the reason why a document has no quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Mention = tuple[int, int, str]
Coref = Callable[[str], Iterable[Mention]]


class Asked:
    """
    Ask the user's component for the mentions of a text until it fails; from then on there are none.

    Parameters
    ----------
    component : callable
        `component(text)` gives `(start, end, name)` for each mention it can name: character offsets into the text, and the
        name the mention stands for. It is asked once for each text, and its names are used, with confidence 0.9, for
        speakers that the built-in rules do not name.
    notes : list of str
        Receives the reason, once, if the component raises or gives anything else.

    Examples
    --------
    >>> asked = Asked(lambda text: [(0, 3, "Mara Voss")], notes := [])
    >>> asked("She left."), notes
    ([(0, 3, 'Mara Voss')], [])
    >>> Asked(lambda text: [("She", 0)], notes)("She left."), notes[0][:51]
    ([], 'speakers: the coreference component failed and was ')
    """

    def __init__(self, component: Coref, notes: list[str]) -> None:
        self.component: Coref | None = component
        self.notes = notes

    def __call__(self, text: str) -> list[Mention]:
        """The mentions of a text, in order."""
        if self.component is None:
            return []
        try:
            given: Iterable[Any] = self.component(text)
            return sorted((int(start), int(end), str(name)) for start, end, name in given)
        except Exception as error:  # whatever it is, the quotations do not depend on it
            self.component = None
            self.notes.append(
                f"speakers: the coreference component failed and was not asked again ({type(error).__name__}: {error}); "
                "mentions it named before keep their names"
            )
            return []
