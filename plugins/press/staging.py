"""Write files where no reader looks, then move them into place in one step each.

Done for each page of the site: a ``Path`` costs as much as what the disk is asked for.
"""
# ruff: noqa: PTH101, PTH102, PTH105, PTH112, PTH120, PTH123

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from os import chmod, lstat, mkdir, replace, utime
from os.path import dirname, isdir
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


def write(file: str | Path, data: bytes) -> None:
    """A new file that everyone may read, whatever the umask."""
    with open(file, "xb") as opened:
        opened.write(data)
    chmod(file, FILE_MODE)


def make_folder_of(file: str) -> None:
    """The folder that a file is to stand in, as :func:`make_folder`."""
    make_folder(dirname(file))


def make_folder(folder: str | Path) -> None:
    """A folder that everyone may enter, with those above it; one that stands is left alone."""
    if not isdir(folder):
        make_folder(dirname(folder))
        try:
            mkdir(folder)
        except FileExistsError:
            if not isdir(folder):
                raise
            return  # another worker was quicker
        chmod(folder, FOLDER_MODE)


def place_folder(folder: str, target: str) -> bool:
    """Move a folder with all that is in it, if none stands at ``target``: whether it was moved.

    Where that cannot be done, there is an empty folder afterwards, for files to be moved into.
    """
    if isdir(target):
        return False
    try:
        replace(folder, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        make_folder(target)
        return False
    return True


def place(file: str, target: str) -> None:
    """Move a file to ``target``, so that a reader sees the old one or the new one, whole."""
    try:
        replace(file, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = Path(target).with_name(_PART)  # the target's device: then one step replaces it
        shutil.copyfile(file, part)
        part.chmod(FILE_MODE)
        times = lstat(file)
        utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
        part.replace(target)


def stamped(file: str) -> Stamp:
    """Size and time of a file that was just written."""
    found = stamp(lstat(file))
    if found is None:
        raise OSError(errno.EINVAL, "to nie jest zwykły plik", file)
    return found
