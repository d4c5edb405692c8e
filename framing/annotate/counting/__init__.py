"""Tokens of a corpus and what is counted from them."""
