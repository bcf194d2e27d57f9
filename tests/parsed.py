"""The trees of a text as the stages see them."""

from __future__ import annotations

from functools import cache
from typing import Any

from teletipo.pipeline import STAGES, run_together
from teletipo.tree import Sentence

PARSING = tuple(stage for stage in STAGES if stage.makes == "sentences")


@cache
def trees(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, parsed and mended, knowing the valency of their words."""
    products: dict[str, Any] = {"text": text}
    run_together(PARSING, [products])
    return tuple(products["sentences"])
