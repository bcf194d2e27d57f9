"""Files appear whole or not at all: they are written into a folder of their own and moved at the end."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder whose files are moved into `folder`, which is made, once all of them are written.

    After an error or an interrupt `folder` is as it was.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _moved(folder) as scratch:
            yield scratch
    finally:
        for path in made:  # only an empty one can be removed
            with suppress(OSError):
                path.rmdir()


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write what is moved to `path` in the end, with further files beside it.

    After an error or an interrupt `path` is as it was. A pipe or device is written itself, a link stays one. Raises
    OSError for a folder and for a file that may not be written.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if target.exists() and not target.is_file():
        yield target
        return
    with _moved(target.parent) as scratch:
        yield scratch / target.name


@contextmanager
def _moved(folder: Path) -> Iterator[Path]:
    with TemporaryDirectory(prefix=".teletipo-", dir=folder) as scratch:
        yield Path(scratch)
        for file in sorted(Path(scratch).iterdir()):
            if (old := folder / file.name).exists():
                shutil.copymode(old, file)
            file.replace(old)
