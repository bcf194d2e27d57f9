"""Readers of article files: many formats in, `Source` out, or `Unreadable` with the reason."""

from teletipo.sources.files import articles
from teletipo.sources.source import Options, Source, Unreadable

__all__ = ["Options", "Source", "Unreadable", "articles"]
