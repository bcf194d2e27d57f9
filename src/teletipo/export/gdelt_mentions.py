"""GDELT 2.0 mentions, as a format of its own."""

from teletipo.export.gdelt import write_mentions as write

__all__ = ["write"]
