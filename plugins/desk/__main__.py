"""``python -m plugins.desk COMMAND``: what ``./debaty COMMAND`` becomes."""

import sys

from plugins.desk.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
