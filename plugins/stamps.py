"""What a file's entry tells without reading it: whether it may have changed, and its name."""

from __future__ import annotations

import os


def stamp(status: os.stat_result) -> str:
    """What must not have moved for a file to count as unchanged: size, times and inode.

    The change time and the inode tell edits that keep size and modification time (``cp -p``).
    """
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def is_text(name: str) -> bool:
    """Whether a name is text; one of another coding, as an old ZIP leaves it, nothing can note."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
