"""teletipo reads Spanish-language political news into records that can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Dossier", "pipe", "read"]

if TYPE_CHECKING:
    from teletipo.pipeline import read
    from teletipo.piping import pipe
    from teletipo.records import Dossier


def __getattr__(name: str) -> Any:
    """Import the readers at first use: `import teletipo` alone stays cheap for the command line."""
    if name == "read":
        from teletipo.pipeline import read

        return read
    if name == "pipe":
        from teletipo.piping import pipe

        return pipe
    if name == "Dossier":
        from teletipo.records import Dossier

        return Dossier
    raise AttributeError(f"module 'teletipo' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What the package offers, for notebooks that complete names."""
    return sorted([*__all__, "__version__"])
