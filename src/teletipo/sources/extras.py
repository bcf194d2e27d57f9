"""Optional packages: imported when a reader first needs them; if missing, the message says how to install them."""

from __future__ import annotations

import importlib
from typing import Any

from teletipo.sources.source import UnusableError


def needed(module: str, extra: str, what: str) -> Any:
    """The imported `module`; `UnusableError` naming the extra if it is not installed."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise UnusableError("needs_extra", f"{what} needs {module}: pip install 'teletipo[{extra}]'") from None
