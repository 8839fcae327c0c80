"""The computers that a folder is for: a system, and the Pythons that may be there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
#: the first and the last of a Python: some libraries have one version for each
_PATCHES = ("0", "99")
_OLDEST_GLIBC, _NEWEST_GLIBC = 5, 28  #: of Debian 10, Ubuntu 20.04: newer ones read what is for older ones
_LINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1)]
_OLD_LINUX = [f"manylinux{name}_x86_64" for name in ("2014", "2010", "1")]


@dataclass(frozen=True)
class Machine:
    """A kind of computer: what its wheels are tagged with, and what markers ask of it."""

    tags: tuple[str, ...]
    os_name: str
    sys_platform: str
    system: str
    machine: str


#: for each name that one may ask for
SYSTEMS: dict[str, tuple[Machine, ...]] = {
    "windows": (Machine(("win_amd64",), "nt", "win32", "Windows", "AMD64"),),
    "macos": (
        Machine(("macosx_12_0_arm64",), "posix", "darwin", "Darwin", "arm64"),
        Machine(("macosx_12_0_x86_64",), "posix", "darwin", "Darwin", "x86_64"),
    ),
    "linux": (Machine((*_LINUX, *_OLD_LINUX), "posix", "linux", "Linux", "x86_64"),),
}


def environments(machine: Machine, python: str) -> Iterator[dict[str, str]]:
    """Give what markers may find on such a computer with such a Python: one for its first patch, one for its last."""
    for patch in _PATCHES:
        full = f"{python}.{patch}"
        yield {
            "implementation_name": "cpython",
            "implementation_version": full,
            "os_name": machine.os_name,
            "platform_machine": machine.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": machine.system,
            "platform_version": "",
            "python_full_version": full,
            "python_version": python,
            "sys_platform": machine.sys_platform,
        }


def options(machine: Machine, environment: Mapping[str, str]) -> list[str]:
    """Return what tells pip that the wheels are for such a computer."""
    abi = f"cp{environment['python_version'].replace('.', '')}"
    tags = [f"--platform={tag}" for tag in machine.tags]
    abis = [f"--abi={one}" for one in (abi, "abi3", "none")]
    return [
        "--only-binary=:all:",
        *tags,
        f"--python-version={environment['python_full_version']}",
        "--implementation=cp",
        *abis,
    ]
