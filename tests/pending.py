"""Pending counterexamples: known failures, which must lose the mark when a rule mends them."""

from __future__ import annotations

import pytest

from teletipo.authoring import Counterexample


def marks(counterexample: Counterexample) -> list[pytest.MarkDecorator]:
    """The marks of a counterexample's test: a pending one is expected to fail, strictly."""
    return [pytest.mark.xfail(strict=True, reason=counterexample.why)] if counterexample.pending else []
