"""What the memory of Python has from its code: the values that a program begins with. They are not sent twice.

WebAssembly has these values in one section of its code, and copies them into the memory when it begins.
"""

from typing import NamedTuple

_DATA = 11  #: the number of that section in the format of WebAssembly
_BEGUN = 8  #: bytes before the first section
_BASE = 1024  #: where the memory of Pyodide has them
_HEADER = 4  #: where a memory that Pyodide has written says how long its own heading is


class Shared(NamedTuple):
    """Where the same bytes are in the code, and in the memory as Pyodide writes it, and how many they are."""

    code: int
    memory: int
    length: int


def shared(code: bytes, memory: bytes) -> Shared:
    """Return where the values stand in both. Raises ValueError if the code has them in more than one piece."""
    at = _section(code)
    pieces, at = _number(code, at)
    if pieces != 1:
        raise ValueError(f"{pieces} pieces of data")
    at = code.index(b"\x0b", at) + 1  # after what says where the piece goes
    length, at = _number(code, at)
    return Shared(at, int.from_bytes(memory[_HEADER : _HEADER + 4], "little") + _BASE, length)


def without(memory: bytes, code: bytes, same: Shared) -> bytes:
    """Return the memory with zeros where it has what the code has. Doing it once more gives the memory back."""
    end = same.memory + same.length
    own = int.from_bytes(memory[same.memory : end], "big") ^ int.from_bytes(
        code[same.code : same.code + same.length], "big"
    )
    return memory[: same.memory] + own.to_bytes(same.length, "big") + memory[end:]


def _section(code: bytes) -> int:
    """Return where the section of the data begins."""
    at = _BEGUN
    while True:
        kind = code[at]
        length, at = _number(code, at + 1)
        if kind == _DATA:
            return at
        at += length


def _number(code: bytes, at: int) -> tuple[int, int]:
    """Return a number, which has seven bits a byte, the lowest first, and where it ends."""
    number = shift = 0
    while True:
        number |= (code[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if not code[at - 1] & 0x80:
            return number, at
