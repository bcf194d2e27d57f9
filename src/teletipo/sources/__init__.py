"""Where articles come from: files of many formats in, `Source` out; what cannot be read says why."""

from teletipo.sources.files import articles, one
from teletipo.sources.source import Reading, Source, Unreadable

__all__ = ["Reading", "Source", "Unreadable", "articles", "one"]
