"""Write files where no reader looks, then move them into place in one step each."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.press.standing import Stamp, stamp

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_PART = ".debaty-part"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """An empty folder for the time of a build; what a killed build left is removed first."""
    _remove(folder)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def write(file: Path, data: bytes) -> None:
    """A new file that everyone may read, whatever the umask."""
    with file.open("xb") as opened:
        opened.write(data)
    file.chmod(FILE_MODE)


def make_folder(folder: Path) -> None:
    """A folder that everyone may enter, with those above it; one that stands is left alone."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(FOLDER_MODE)


def place(file: Path, target: Path) -> None:
    """Move a file to ``target``, so that a reader sees the old one or the new one, whole."""
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = target.with_name(_PART)  # the target's device: then it can be replaced in one step
        shutil.copyfile(file, part)
        part.chmod(FILE_MODE)
        part.replace(target)


def stamped(file: Path) -> Stamp:
    """Size and time of a file that was just written."""
    found = stamp(file.lstat())
    if found is None:
        raise OSError(errno.EINVAL, "to nie jest zwykły plik", str(file))
    return found
