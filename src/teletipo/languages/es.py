"""Spanish: what the stages may ask for by parameter name, each loaded once, at first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from teletipo.stages import syntax

CODE = "es"

#: parameter name of a stage -> function that loads it
KNOWLEDGE: Mapping[str, Callable[[], Any]] = {}

parse = syntax.parse
model = syntax.model
