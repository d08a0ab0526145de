"""Real servers on loopback, with configurations in a folder of their own."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk import tools

PATIENCE = 60  # seconds until a server must answer


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def program(name: str) -> str:
    """Where a server is; on CI it must be there."""
    found = tools.find(name)
    if found is None:
        assert "CI" not in os.environ, f"{name} is missing"
        pytest.skip(f"{name} is missing")
    return str(found)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def get(port: int, target: str, **headers: str) -> Answer:
    """The answer to one request; ``accept_encoding="br"`` sets that header."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", target, headers=sent)
    with connection.getresponse() as response:
        answer = Answer(response.status, dict(response.getheaders()), response.read())
    connection.close()
    return answer


@contextmanager
def running(words: list[str], port: int) -> Iterator[None]:
    """A server in the foreground, from its first answer to the end of the block."""
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            _await(server, port)
            yield
        finally:
            server.terminate()
            server.communicate(timeout=PATIENCE)


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as trial:
            trial.settimeout(1)
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)  # between two looks at a port; what is awaited is an event
    server.kill()
    said = server.communicate()[0].decode("utf-8", "replace")
    raise AssertionError(f"the server does not answer: {said}")


@contextmanager
def nginx(place: Path, folder: Path) -> Iterator[int]:
    """nginx with the configuration that stands in ``place``; its port."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 2; pid {folder}/pid; error_log stderr;\n"
        + ("user root;\n" if os.geteuid() == 0 else "")
        + (f"load_module {tools.BROTLI};\n" if tools.BROTLI.exists() else "")
        + f"events {{}}\nhttp {{\naccess_log off;\n{temporary}"
        + f"server {{ listen 127.0.0.1:{port}; include {place}/current/nginx.conf; }}\n}}\n"
    )
    (place / "nginx.d").mkdir(exist_ok=True)
    if tools.BROTLI.exists():
        (place / "nginx.d/brotli.conf").write_text("brotli_static on;\n")
    words = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with running(words, port):
        yield port


MODULES = Path("/usr/lib/apache2/modules")


@contextmanager
def apache(root: Path, folder: Path) -> Iterator[int]:
    """Apache with ``root`` as its document root, and what stands there in ``.htaccess``."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    modules = "\n".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so"
        for name in ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite")
    )
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        f"Listen 127.0.0.1:{port}\nServerName localhost\n{modules}\nTypesConfig /dev/null\n"
        + ("User nobody\nGroup nogroup\n" if os.geteuid() == 0 else "")
        + f"DocumentRoot {root}\n<Directory {root}>\nAllowOverride All\nRequire all granted\n"
        "</Directory>\n"
    )
    words = [program("apache2"), "-f", str(folder / "apache.conf"), "-DFOREGROUND"]
    with running(words, port):
        yield port


@contextmanager
def sshd(folder: Path) -> Iterator[Path]:
    """An SSH server that lets in who holds the key beside it; a folder with ``ssh`` set up for it.

    Its own rights are those of who runs the tests; nothing of his own SSH is read or written.
    """
    folder.mkdir(exist_ok=True)
    port = free_port()
    for name in ("host", "key"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(words, check=True)
    (folder / "key.pub").rename(folder / "authorized")
    (folder / "sshd.conf").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin prohibit-password\n"
        f"SetEnv HOME={folder}\n"  # what his shell does at its start is not asked for
    )
    host = (folder / "host.pub").read_text().rsplit(" ", 1)[0]
    (folder / "known").write_text(f"[127.0.0.1]:{port} {host}\n")
    (folder / "ssh.conf").write_text(
        f"Host serwer\nHostName 127.0.0.1\nPort {port}\nIdentityFile {folder}/key\n"
        f"UserKnownHostsFile {folder}/known\nIdentitiesOnly yes\nBatchMode yes\n"
    )
    ssh = folder / "bin/ssh"
    ssh.parent.mkdir()
    ssh.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {folder}/ssh.conf "$@"\n')
    ssh.chmod(0o755)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd gives up its rights there
    words = [program("sshd"), "-D", "-e", "-f", str(folder / "sshd.conf")]
    with running(words, port):
        yield ssh.parent
