"""Model files: finds the installed model package and reads its weights and tables."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from teletipo.errors import InputError

Floats = NDArray[np.float32]
Ints32 = NDArray[np.int32]
Flags = NDArray[np.uint8]

INSTALL = "pip install ./models/teletipo-es"  #: the one command that installs the model package


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The content of a model package: named float arrays and JSON tables."""

    weights: dict[str, Floats]
    tables: dict[str, Any]

    @property
    def name(self) -> str:
        """Name of the model, such as "es_core_news_sm"."""
        return str(self.tables["meta"]["name"])

    @property
    def version(self) -> str:
        """Version of the model."""
        return str(self.tables["meta"]["version"])


def installed(package: str = "teletipo_es") -> ModelFiles:
    """The files of an installed model package.

    Raises InputError, with the command that installs it, when it is missing.
    """
    try:
        directory: Path = import_module(package).data_directory()
    except ModuleNotFoundError as error:
        raise InputError(f"the Spanish model is not installed; from the source tree: {INSTALL}") from error
    return read(directory)


def read(directory: Path) -> ModelFiles:
    """The files in `directory`: `weights.npz` (see the model package for its names) and `tables.json`."""
    with np.load(directory / "weights.npz") as archive:
        weights = {name: archive[name] for name in archive.files}
    return ModelFiles(weights, msgspec.json.decode((directory / "tables.json").read_bytes()))
