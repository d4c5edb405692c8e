"""
Numeric cases from papers and from other software, and a runner for them.

One case is one JSON file: measure, reference, input, params, expected, tolerance. `python -m tests.oracles DIR` runs every
case of a folder and prints one line for each. An adapter (see `tests.oracles.adapters`) maps the name of a measure to our
functions; it is chosen by name, so that it runs on any case of that measure.
"""
