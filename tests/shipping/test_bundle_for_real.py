"""The folder for a USB key, for real: written, unpacked, installed by a double click where no network is.

It takes some minutes and the Internet, so it is only tried where ATELIER_BUNDLE=1 asks for it; and root, for `unshare`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from practice.doors.bundle import command
from tests.support.server import free_port

ASKED = os.environ.get("ATELIER_BUNDLE") == "1"
WITHOUT_NETWORK = """
import os, signal, subprocess, sys, urllib.request
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
try:
    urllib.request.urlopen("https://pypi.org", timeout=5)
    sys.exit("the network is there")
except OSError:
    pass
command = [*sys.argv[1:-1], "--port", sys.argv[-1]]
window = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
try:
    for line in window.stdout:
        print(line, end="")
        if "est ouvert" in line:
            print(urllib.request.urlopen(f"http://localhost:{sys.argv[-1]}/6").read().decode())
            break
finally:
    os.killpg(window.pid, signal.SIGTERM)
"""


@pytest.mark.skipif(not ASKED, reason="la clé USB pour de vrai : ATELIER_BUNDLE=1 (quelques minutes, Internet, root)")
def test_a_double_click_opens_the_course_on_a_computer_that_has_only_python_and_the_folder(tmp_path):
    python = ".".join(map(str, sys.version_info[:2]))
    assert command.main(["--pour=linux", f"--python={python}", f"--output={tmp_path}"]) == 0
    key = tmp_path / "Clé USB"
    subprocess.run(["unzip", "-q", *tmp_path.glob("*.zip"), "-d", key], check=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(Path(sys.base_prefix, "bin", f"python{python}"))
    told = {
        "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin:/usr/sbin:/sbin",
        "HOME": str(tmp_path),
        "PIP_CONFIG_FILE": os.devnull,
    }
    script = next(key.glob("*/Atelier.command"))
    how = [shutil.which("unshare"), "-n", sys.executable, "-c", WITHOUT_NETWORK]
    window = [script, "--no-browser", str(free_port())]
    done = subprocess.run([*how, *window], env=told, capture_output=True, text=True, check=False)
    assert "Installation terminée." in done.stdout, done.stdout + done.stderr
    assert "6. Se connecter" in done.stdout
