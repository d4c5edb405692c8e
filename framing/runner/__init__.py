"""Run a study: `plan` checks everything, `execute` computes, `write` saves."""

from __future__ import annotations

from framing.runner.execute import execute
from framing.runner.output import Run, run, write
from framing.runner.plan import Plan, plan

__all__ = ["Plan", "Run", "execute", "plan", "run", "write"]
