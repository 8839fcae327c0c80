"""The browser of the tests and of the sheets. The standard library alone."""

import os
import shutil
from pathlib import Path

from practice.doors.launch.long_work import tell, work

VARIABLE = "ATELIER_CHROMIUM"  #: environment variable: the path of its program
SHELL = "chromium-headless-shell"  #: the same without a window of its own: tests take a third less time in it
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)
LACKING = (
    "Les tests ont besoin d'un navigateur Chromium, Chrome ou Edge, qui n'a pas été trouvé.\n"
    "Installez-en un (sous Debian : sudo apt install chromium), ou indiquez le chemin de son programme\n"
    f"dans la variable d'environnement {VARIABLE}, puis relancez la même commande."
)


def find_chromium(*rather: str) -> str | None:
    """Return the path of the browser: the one asked for (an empty word asks for none), else the first one found.

    What `rather` names comes before any other.
    """
    asked = os.environ.get(VARIABLE)
    found = [asked] if asked is not None else [*map(shutil.which, (*rather, *NAMES)), *map(os.path.expandvars, _PLACES)]
    return next((path for path in found if path and Path(path).is_file()), None)


def install_chromium() -> bool:
    """Install it where that needs no question: Debian or Ubuntu, as root."""
    if VARIABLE in os.environ or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    tell("Installation de Chromium pour les tests…")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    return work(["apt-get", "update"]) and work(["apt-get", "install", "-y", "chromium"])
