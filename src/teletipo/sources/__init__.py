"""Where articles come from: files of many formats in, `Source` out; what cannot be read says why."""

from teletipo.sources.files import articles
from teletipo.sources.source import Options, Source, Unreadable

__all__ = ["Options", "Source", "Unreadable", "articles"]
