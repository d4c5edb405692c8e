"""
Topics: groups of words that go together, how stable they are, and how much each side writes on them.

A topic is not a frame. What the words of a topic do in a text (define a problem, blame, judge, propose) must be read.
"""

from framing.measures.topics.measure import topics
from framing.measures.topics.options import Options
from framing.measures.topics.result import Topics

__all__ = ["Options", "Topics", "topics"]
