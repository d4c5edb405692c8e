"""What all patterns of furniture share: how they are put together, and how long a line they look at."""

from __future__ import annotations

import re

# A line longer than this is running text whatever it says; it also bounds what a hostile line can cost.
LONGEST = 1200


def any_of(*forms: str, case: bool = False) -> re.Pattern[str]:
    """
    One pattern of several; case does not matter unless said.

    Examples
    --------
    >>> bool(any_of("menu", "home").fullmatch("Home"))
    True
    """
    return re.compile("|".join(f"(?:{form})" for form in forms), 0 if case else re.IGNORECASE)
