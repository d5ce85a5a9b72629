"""Sets up what the project needs: Debian packages, and .venv from the locks.

    python3 scripts/prepare.py          what `make` needs
    python3 scripts/prepare.py --editor and what packing the editor in the browser needs
    python3 scripts/prepare.py --tests  and what `make test` needs

Says nothing when all is there. It runs before anything is installed, on
whatever Python there is: standard library only, no syntax newer than 3.7.
"""

import argparse
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
ENGLISH_WORDS = ("/usr/share/hunspell/en_GB.dic", "/usr/share/myspell/dicts/en_GB.dic")
HINDI_WORDS = ("/usr/share/hunspell/hi_IN.dic", "/usr/share/myspell/dicts/hi_IN.dic")


def has_library(name):
    """Whether the system's loader finds lib<name>."""
    return ctypes.util.find_library(name) is not None


def has_program(name):
    """Whether there is such a program; those of servers may stand off the path of other users."""
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin") is not None


# Debian package → whether its work can be done already, however it came here.
FOR_MAKE = {
    "python3-venv": lambda: importlib.util.find_spec("ensurepip") is not None,
    "libpango-1.0-0": lambda: has_library("pango-1.0"),
    "libpangoft2-1.0-0": lambda: has_library("pangoft2-1.0"),
    "libharfbuzz-subset0": lambda: has_library("harfbuzz-subset"),
}
FOR_TESTS = {
    "chromium": lambda: shutil.which("chromium") is not None,
    "firefox-esr": lambda: has_program("firefox-esr") or has_program("firefox"),
    "webkit2gtk-driver": lambda: has_program("WebKitWebDriver"),
    "xvfb": lambda: has_program("Xvfb"),  # WebKitGTK has no way to run without a screen
    "libatomic1": lambda: has_library("atomic"),  # the Node within Playwright wants it
    "poppler-utils": lambda: shutil.which("pdftotext") is not None,
    "ghostscript": lambda: shutil.which("gs") is not None,  # separations, as a witness
    "hunspell": lambda: shutil.which("hunspell") is not None,
    "nginx": lambda: has_program("nginx"),  # Debian starts it, with a page of its own on port 80
    "apache2-bin": lambda: has_program("apache2"),
    "openssl": lambda: has_program("openssl"),  # a certificate for the two of them
    "hunspell-en-gb": lambda: any(Path(path).exists() for path in ENGLISH_WORDS),
    "hunspell-hi": lambda: any(Path(path).exists() for path in HINDI_WORDS),
}


def main(argv=None):
    """Makes everything ready; exits with a sentence where that is not possible."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tests", action="store_true", help="what the tests need too")
    parser.add_argument("--editor", action="store_true", help="what packing the editor in the browser needs too")
    asked = parser.parse_args(argv)
    tests, node = asked.tests, asked.tests or asked.editor
    if sys.version_info < OLDEST:
        sys.exit(too_old(sys.version_info, sys.executable))
    needed = dict(FOR_MAKE, **(FOR_TESTS if tests else {}))
    install_debian([name for name, is_there in needed.items() if not is_there()])
    make_venv()
    for lock in ["requirements.txt"] + (["requirements-dev.txt"] if node else []):  # Node comes from there
        install_lock(ROOT / lock)
    make_importable()
    for folder, is_needed in (("tests/node", tests), ("editors/cms", node)):
        if is_needed:
            install_node_tools(ROOT / folder)


def too_old(version, executable):
    """The sentence for a Python that is too old."""
    return (
        "Python {}.{} or newer is needed; {} is {}.{}.\n"
        "Name a newer one: make PYTHON=/usr/bin/python3.11"
    ).format(*OLDEST, executable, *version[:2])


def install_debian(packages):
    """Installs the Debian packages as root; otherwise says the one line to run."""
    if not packages:
        return
    if not shutil.which("apt-get"):
        sys.exit(
            "Missing: {}. These are Debian's names; install them in this system's "
            "own way, then run make again.".format(", ".join(packages))
        )
    if os.geteuid() != 0:
        sys.exit(
            "Some Debian packages are missing. Run this line, then make again:\n"
            "  sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
        )
    say("Installing Debian packages: " + " ".join(packages))
    install = ["apt-get", "install", "-y", "--no-install-recommends"] + packages
    # A fresh machine has no package lists, an old one has stale ones.
    if not succeeds(install):
        run(["apt-get", "update"])
        run(install)


def make_venv():
    """Creates .venv, anew where there is none or its Python is gone or too old."""
    if succeeds([str(venv_python()), "-c", "import pip, sys; assert sys.version_info >= (3, 11)"]):
        return
    say("Creating .venv")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_lock(lock):
    """Installs what the lock pins, unless this very lock is installed already."""
    stamp = VENV / (lock.stem + ".installed")
    mark = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == mark:
        return
    say("Installing the Python packages of {} (once)".format(lock.name))
    started = time.monotonic()
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check"]
    # Wheels alone: building one would fetch tools that no lock pins.
    run(pip + ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)])
    stamp.write_text(mark)
    say("  done in {:.0f} s".format(time.monotonic() - started))


def install_node_tools(folder):
    """Installs what the folder's npm lock pins, unless it is there; no package's own script is run."""
    stamp = folder / "node_modules" / ".installed"
    mark = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == mark:
        return
    say("Installing the Node packages of {} (once)".format(folder.name))
    started = time.monotonic()
    run([str(venv_program("npm")), "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"])
    stamp.write_text(mark)
    say("  done in {:.0f} s".format(time.monotonic() - started))


def make_importable():
    """Puts the checkout on the path of .venv, so that `showcase` imports anywhere.

    A .pth line in place of an editable install: that would need a build tool,
    which no lock of ours pins, and the network.
    """
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.check_output([str(venv_python()), "-c", ask], text=True).strip()
    path = Path(folder, "shared-horizons.pth")
    line = "{}\n".format(ROOT)
    if not path.exists() or path.read_text() != line:
        path.write_text(line)


def venv_python():
    """The interpreter within .venv."""
    return venv_program("python")


def venv_program(name):
    """A program within .venv."""
    return VENV / ("Scripts/{}.exe" if os.name == "nt" else "bin/{}").format(name)


def quietly(command):
    """Runs the command with its output caught; None where there is no such program."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        return subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        return None


def succeeds(command):
    """Whether the command runs and ends well."""
    done = quietly(command)
    return done is not None and done.returncode == 0


def run(command):
    """Runs the command; where it fails, shows the end of what it said and stops."""
    done = quietly(command)
    if done is None:
        sys.exit("There is no program {!r} here.".format(command[0]))
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        sys.exit("{}\nThis failed: {}".format(tail, " ".join(command)))


def say(text):
    """One line of progress."""
    print(text, flush=True)


if __name__ == "__main__":
    main()
