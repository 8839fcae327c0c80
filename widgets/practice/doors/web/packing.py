"""Bytes as a script can hold them, whatever encoding a browser or a host takes it for: seven bits a letter.

A letter for each seven bits makes a file a seventh larger; base64 makes it a third larger.
"""

import gzip
from collections.abc import Callable

from zstandard import ZstdCompressionParameters, ZstdCompressor

_WINDOW = 25  #: the memory of a course is searched as a whole
_STEP = 7  #: bytes, which are eight letters
#: letters that a text of JavaScript has to write otherwise, the one that they are written with first
_ESCAPED = {b"\\": rb"\\", b"\n": rb"\n", b"\r": rb"\r", b'"': rb"\""}


def compressed(content: bytes) -> bytes:
    """Return bytes as a page is given them: what DecompressionStream reads."""
    return gzip.compress(content, 6, mtime=0)  # at 9, seven times as long for a fiftieth less


def tightly(content: bytes, level: int) -> bytes:
    """Return bytes packed by Zstandard: at level 19, a quarter smaller than what browsers read by themselves."""
    how = ZstdCompressionParameters.from_level(level, window_log=_WINDOW, source_size=len(content))
    return ZstdCompressor(compression_params=how).compress(content)


def letters(content: bytes) -> str:
    """Return bytes as a literal of JavaScript. static/unpacked.js reads it."""
    text = _sevens(content)
    for letter, written in _ESCAPED.items():
        text = text.replace(letter, written)
    return f'"{text.decode("ascii")}"'


def _sevens(content: bytes) -> bytes:
    """Return the bits of some bytes, seven by seven, in bytes. Each place among seven is done for all at once."""
    padded = content + bytes(-len(content) % _STEP)
    places = [padded[place::_STEP] for place in range(_STEP)]
    found = bytearray(len(padded) // _STEP * (_STEP + 1))
    for at in range(_STEP + 1):
        begun = places[at - 1].translate(_shifted(lambda byte, at=at: byte << _STEP - at)) if at else b""
        rest = places[at].translate(_shifted(lambda byte, at=at: byte >> at + 1)) if at < _STEP else b""
        found[at :: _STEP + 1] = _either(begun, rest)
    return bytes(found[: -(-len(content) * 8 // _STEP)])


def _shifted(shift: Callable[[int], int]) -> bytes:
    """Return what `bytes.translate` takes to shift each byte."""
    return bytes(shift(byte) & 0x7F for byte in range(256))


def _either(one: bytes, other: bytes) -> bytes:
    number = int.from_bytes(one, "big") | int.from_bytes(other, "big")
    return number.to_bytes(max(len(one), len(other)), "big")
