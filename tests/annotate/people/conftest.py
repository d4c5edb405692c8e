"""Tests of this folder are about the verdict of the rules, which is one clue of the weighed kind that users see."""

import pytest

from framing.annotate.quotes import assemble


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """Leaves the kinds as the rules give them."""
    monkeypatch.setattr(assemble, "evidence", lambda text, quotes, persons, people: [])
