"""Setting up: what is said and done on machines that lack something."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "prepare.py"


@pytest.fixture
def prepare():
    spec = importlib.util.spec_from_file_location("prepare", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def machine(prepare, monkeypatch):
    """A machine with apt-get whose commands are written down in place of being run."""
    commands = []

    class Machine:
        user, has_apt, lists = 0, True, True

    def succeeds(command):
        commands.append(" ".join(command))
        return Machine.lists

    monkeypatch.setattr(prepare.os, "geteuid", lambda: Machine.user)
    monkeypatch.setattr(prepare.shutil, "which", lambda name: Machine.has_apt or None)
    monkeypatch.setattr(prepare, "succeeds", succeeds)
    monkeypatch.setattr(prepare, "run", lambda command: commands.append(" ".join(command)))
    Machine.commands = commands
    return Machine


INSTALL = "apt-get install -y --no-install-recommends chromium hunspell"


def test_an_old_python_is_named_with_the_way_out(prepare):
    assert prepare.too_old((3, 9, 2), "/usr/bin/python3") == (
        "Python 3.11 or newer is needed; /usr/bin/python3 is 3.9.\n"
        "Name a newer one: make PYTHON=/usr/bin/python3.11"
    )


def test_root_installs_what_is_missing(prepare, machine):
    prepare.install_debian(["chromium", "hunspell"])
    assert machine.commands == [INSTALL]


def test_root_fetches_package_lists_where_installing_fails_without(prepare, machine):
    machine.lists = False
    prepare.install_debian(["chromium", "hunspell"])
    assert machine.commands == [INSTALL, "apt-get update", INSTALL]


def test_another_user_is_told_the_one_line_to_run(prepare, machine):
    machine.user = 1000
    with pytest.raises(SystemExit) as stop:
        prepare.install_debian(["chromium", "hunspell"])
    assert stop.value.code == (
        "Some Debian packages are missing. Run this line, then make again:\n"
        "  sudo apt-get update && sudo apt-get install -y chromium hunspell"
    )
    assert machine.commands == []


def test_another_system_is_told_what_is_missing(prepare, machine):
    machine.has_apt = False
    with pytest.raises(SystemExit) as stop:
        prepare.install_debian(["poppler-utils"])
    assert stop.value.code == (
        "Missing: poppler-utils. These are Debian's names; install them in this system's "
        "own way, then run make again."
    )


def test_nothing_is_installed_where_nothing_is_missing(prepare, machine):
    prepare.install_debian([])
    assert machine.commands == []


def test_a_lock_is_installed_once_and_again_when_it_changes(
    prepare, machine, tmp_path, monkeypatch
):
    monkeypatch.setattr(prepare, "VENV", tmp_path)
    lock = tmp_path / "requirements.txt"
    for pins in ["nh3==0.3.8", "nh3==0.3.8", "nh3==0.3.9"]:
        lock.write_text(pins)
        prepare.install_lock(lock)
    assert len(machine.commands) == 2
    assert machine.commands[0].endswith(f"--require-hashes --only-binary :all: -r {lock}")


def test_the_locks_hold_names_versions_and_hashes_and_no_address():
    for name in ["requirements.txt", "requirements-dev.txt"]:
        text = (SCRIPT.parent.parent / name).read_text()
        assert "://" not in text and "@ " not in text
        pins = [line for line in text.splitlines() if line[:1].isalnum()]
        assert pins and all("==" in pin and pin.endswith("\\") for pin in pins)
