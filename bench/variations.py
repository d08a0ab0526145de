"""The sample built anew under each variation by itself, and under all: the same bytes?

    python -m bench.variations FOLDER

Prints for each what differs; exit 1 if anything does. FOLDER must be empty.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.site.project import Project, tree
from tests.site.variations import Variation, built, has_namespaces, together, variations


def main(folder: Path) -> int:
    source = Project.copied(folder / "source").root
    usual = tree(built(source, folder / "usual", Variation("none")))
    print(f"{len(usual)} files; namespaces: {'yes' if has_namespaces() else 'no'}", flush=True)
    different = 0
    for one in (*variations(), together(variations())):
        found = tree(built(source, folder / "varied", one))
        odd = sorted(path for path in usual.keys() | found if usual.get(path) != found.get(path))
        print(f"{one.name}: {len(odd)} differ {odd[:5] or ''}", flush=True)
        different += len(odd)
        shutil.rmtree(folder / "varied")
    return min(different, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
