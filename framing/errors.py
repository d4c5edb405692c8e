"""Every error and warning the package raises, so that users can catch one family."""

from __future__ import annotations


class FramingError(Exception):
    """Base of all errors raised on purpose; its message says what, where, what was given and what to do."""


class OptionError(FramingError, ValueError):
    """An option has an impossible value."""


class StudyError(FramingError):
    """A study file cannot be used as it is."""


class CorpusError(FramingError):
    """A corpus cannot be read or does not hold what was asked of it."""


class LexiconError(FramingError):
    """A dictionary file cannot be used without losing entries."""


class NeedsText(FramingError):
    """A measure needs the texts, and the corpus holds counts only."""


class ModelMissing(FramingError):
    """A language model or an optional package is not installed."""


class OutputError(FramingError):
    """Results cannot be written where they were asked for."""


class FramingWarning(UserWarning):
    """Something a careful reader should know; the message says how many and what to do."""
