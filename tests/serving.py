"""The real site behind Debian's nginx and Apache, each with the configuration that the project writes for it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sites import real_project

from showcase import catalogue
from showcase.servers import headers, writing

NGINX = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {conf};
}}
"""
MODULES = "mpm_event authz_core alias dir mime headers filter deflate brotli ssl"
APACHE = """\
{modules}
ServerName localhost
{user}
ServerTokens Prod
UseCanonicalPhysicalPort On
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
TypesConfig {folder}/types
{listen}
Include {conf}
"""
TYPES = "text/html html\ntext/css css\napplication/javascript js\napplication/json json\nimage/svg+xml svg\n"
USERS = {"nginx": "user root;", "apache": "User www-data"}


GONE = ("old-lamp", "hidden-forge")
MOVED = {"pixel-works": "pixxel", "older-lamp": "old-lamp"}
LEFT = [f"{own}{folder}{slug}/" for own in ("", "hi/") for folder in ("startups/", "embed/") for slug in (*GONE, *MOVED)]
"""What the site has at the addresses of profiles that were withdrawn or renamed, of which the real one has none."""


def left_at(page: str) -> str:
    """A page made for the tests, by its address."""
    return f"<!DOCTYPE html><title>{page}</title>"


@dataclass(frozen=True)
class Running:
    """A server that runs: its two addresses, and how its program checks the configuration."""

    http: str
    https: str
    checked: subprocess.CompletedProcess[str]


def program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is not installed; `make test` installs it"
    return found


def ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    numbers = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return numbers


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine, signed by itself, and its key."""
    made, key = folder / "site.pem", folder / "site.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-out", made, "-keyout", key], check=True, capture_output=True,
    )  # fmt: skip
    return made, key


def commands(kind: str, folder: Path, conf: Path, listen: tuple[int, int]) -> tuple[list[str], list[str]]:
    """How to check a configuration and how to run it; what is the machine's own and not the site's is put round it."""
    own = folder / f"{kind}-own.conf"
    user = USERS[kind] if os.geteuid() == 0 else ""
    if kind == "nginx":
        own.write_text(NGINX.format(folder=folder, conf=conf, user=user))
        run = [program("nginx"), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(own)]
        return [*run, "-t"], run
    (folder / "types").write_text(TYPES)
    modules = "\n".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in MODULES.split())
    told = "\n".join(f"Listen 127.0.0.1:{port}" for port in listen)
    own.write_text(APACHE.format(folder=folder, conf=conf, user=user, modules=modules, listen=told))
    run = [program("apache2"), "-d", str(folder), "-f", str(own)]
    return [*run, "-t"], [*run, "-DFOREGROUND"]


@contextmanager
def running(kind: str, folder: Path, base: str, address: str = "") -> Iterator[Running]:
    """The real site, served by a server of this kind under the path `base`; `address` is where it says that it is."""
    project = real_project(address)
    place = shutil.copytree(project / "site", folder / "www")
    for page in ("embed/a-card/", *LEFT):
        (place / page).mkdir(parents=True)
        (place / page / "index.html").write_text(left_at(page))
    (place / ".git").mkdir()
    (place / ".git" / "config").write_text("secret")
    folder.chmod(0o755)
    http, https = ports(2)
    made, key = certificate(folder)
    served = replace(
        headers.served(place, catalogue.load(project), f"{place}/"), host="127.0.0.1", base=base,
        gone=tuple(GONE), moved=tuple(MOVED.items()),
        certificate=str(made), key=str(key), http=(f"127.0.0.1:{http}",), https=(f"127.0.0.1:{https}",),
    )  # fmt: skip
    writing.write(served, folder)
    check, run = commands(kind, folder, folder / f"{kind}.conf", (http, https))
    checked = subprocess.run(check, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", https)) == 0:
                    break
            time.sleep(0.05)
        yield Running(f"http://127.0.0.1:{http}{base}", f"https://127.0.0.1:{https}{base}", checked)
    finally:
        process.terminate()
        process.wait(timeout=10)
