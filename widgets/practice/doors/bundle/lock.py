"""requirements.lock: one version of each library, and what its files contain; some only for some system or Python."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_HASH = re.compile(r"--hash=(\S+)")
_GOES_ON = re.compile(r"\s*\\\n\s*")


@dataclass(frozen=True)
class Locked:
    """A library in one version. Parameters: its hashes, and for whom it is (nothing: for all)."""

    name: str
    version: str
    hashes: tuple[str, ...]
    marker: Marker | None = None

    def is_for(self, environment: Mapping[str, str]) -> bool:
        """Tell whether a computer needs it."""
        return self.marker is None or self.marker.evaluate(dict(environment))

    def __str__(self) -> str:
        return " ".join([f"{self.name}=={self.version}", *(f"--hash={one}" for one in self.hashes)])


def read_lock(file: Path) -> list[Locked]:
    """Return what is locked, in the order of the file."""
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if not line.lstrip().startswith("#")]
    return [_locked(line) for line in _GOES_ON.sub(" ", "\n".join(lines)).split("\n") if line.strip()]


def _locked(line: str) -> Locked:
    asked = Requirement(_HASH.sub("", line).strip())
    version = next(iter(asked.specifier)).version
    return Locked(canonicalize_name(asked.name), version, tuple(_HASH.findall(line)), asked.marker)
