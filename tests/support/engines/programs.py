"""What the tests try besides Chromium, two browsers and nginx: where it comes from, and how it is installed.

Chromium without a window of its own comes with them: the tests take a third less time in it than in the whole program.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from practice.doors.launch import chromium


@dataclass(frozen=True)
class Program:
    """Something of Debian's: its programs, the one that is asked first, its packages, and what is tried with it."""

    name: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]
    untried: str = "dans ce navigateur"  #: what is not without it; nothing where another program does

    @property
    def is_here(self) -> bool:
        return all(map(shutil.which, self.programs))

    @property
    def missing(self) -> str:
        """Say in French that it is not tried, and how to have it."""
        asked = " ".join(self.packages)
        return f"{self.name} n'est pas là : rien n'est essayé {self.untried}. Sous Debian : sudo apt install {asked}"


FIREFOX = Program("Firefox", ("firefox-esr",), ("firefox-esr",))
WEBKIT = Program("WebKit", ("WebKitWebDriver", "Xvfb"), ("webkit2gtk-driver", "xvfb"))
NGINX = Program("nginx", ("nginx", "openssl", "curl"), ("nginx", "openssl", "curl"), "derrière lui")
SHELL = Program("Chromium", (chromium.SHELL,), (chromium.SHELL,), untried="")
_APT = ("apt-get", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=0", "-y", "--no-install-recommends")
_PATIENCE = 300  #: seconds for one command of apt


def install() -> None:
    """Install those that are not there, where that needs no question: Debian, as root. Tell which stay away."""
    missing = [program for program in (SHELL, FIREFOX, WEBKIT, NGINX) if not program.is_here]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        names = " et ".join(program.name for program in missing)
        sys.stdout.write(f"Installation de {names} pour les tests…\n")
        sys.stdout.flush()
        if _apt("update"):
            for program in missing:
                _apt("install", *program.packages)
    for program in missing:
        if program.untried and not program.is_here:
            sys.stdout.write(f"{program.missing}\n")


def _apt(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run([*_APT, *command], env=environment, capture_output=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    install()
