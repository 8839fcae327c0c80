"""Where reveal.js comes from: a PyPI package, fetched by pip once and kept in a cache. It is not in our sources."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

REQUIREMENT = Path(__file__).with_name("reveal.txt")
_PACKAGE = "sphinx-revealjs-3.2.1"
_INSIDE = Path("sphinx_revealjs", "_static", "revealjs")
_TOP = Path(__file__).resolve().parents[4]
_NEAR = _TOP / "paquets"  #: in a folder that `bundle` has written

#: at the top of the checkout, or where this system keeps caches
CACHE = _TOP / ".cache" if (_TOP / "pyproject.toml").is_file() else platformdirs.user_cache_path("practice")


class RevealError(Exception):
    """reveal.js cannot be had. The message says what to do, in French."""


def reveal(cache: Path = CACHE) -> Path:
    """Return the folder of reveal.js, which holds `dist/` and `plugin/`. The first call fetches it."""
    kept = cache / _PACKAGE
    if not kept.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as folder:
            fetched = Path(folder, "package")
            _fetch(fetched)
            fetched.rename(kept)  # all of it or nothing
    return kept / _INSIDE


def _fetch(folder: Path) -> None:
    """Have pip put the package into a folder. Raises RevealError."""
    options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile", "--retries=1", "--timeout=15"]
    if any(_NEAR.glob("sphinx_revealjs-*")):
        options += ["--no-index", f"--find-links={_NEAR}"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", *options]
    pip = subprocess.run(  # noqa: S603 - the command is ours
        [*command, "--target", str(folder), "--requirement", str(REQUIREMENT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if pip.returncode:
        reason = (pip.stderr.strip().splitlines() or ["pip n'a rien dit."])[-1]
        raise RevealError(
            "Les diapositives ont besoin de reveal.js, que pip n'a pas pu télécharger.\n"
            f"Ce que dit pip : {reason}\n"
            "Connectez cet ordinateur à Internet, puis relancez : ce téléchargement n'a lieu qu'une fois.\n"
            "Sans Internet ici : sur un ordinateur connecté, tapez « pip download --no-deps sphinx-revealjs==3.2.1 ».\n"
            "Copiez le fichier obtenu dans un dossier de cet ordinateur.\n"
            "Donnez ce dossier à pip par la variable d'environnement PIP_FIND_LINKS, puis relancez."
        )
