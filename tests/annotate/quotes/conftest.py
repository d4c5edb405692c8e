"""Kinds of source stand as the rules give them here too."""

from tests.annotate.people.conftest import rules_alone

__all__ = ["rules_alone"]
