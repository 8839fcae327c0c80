"""Where each value of a TOML file stands: tomllib, which reads the values, tells no lines."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

Place = tuple[str | int, ...]  #: of a value in a document: keys of tables, and places in lists

_TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<skip>#[^\n]*|[ \t\r]+)|(?P<sign>[\[\]{},=\n])|(?P<bare>[^\s\[\]{},=#\"']+)",
    re.DOTALL,
)
_OPENS, _CLOSES = "[{", "]}"


class _Token(NamedTuple):
    text: str
    line: int


def lines_of(text: str) -> dict[Place, int]:
    """Return the line of each key and of each place in a list, of a text that is right TOML."""
    return _Lines(text).found


class _Lines:
    """Follows a text from its first line to its last. `found` is what came of it."""

    def __init__(self, text: str) -> None:
        self.found: dict[Place, int] = {}
        self._lists: dict[Place, int] = {}  #: how many tables each list of tables has by now
        self._tokens = list(_tokens(text))
        self._at = 0
        self._document()

    def _next(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _sees(self, sign: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].text == sign

    def _skip(self, *signs: str) -> None:
        while any(map(self._sees, signs)):
            self._at += 1

    def _document(self) -> None:
        table: Place = ()
        self._skip("\n")
        while self._at < len(self._tokens):
            if self._sees("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip("\n")

    def _header(self) -> Place:
        """Read `[a.b]` or `[[a.b]]`; return the path of its table."""
        line = self._next().line
        many = self._sees("[")
        self._skip("[")
        path = self._inside(self._key("]"))
        self._skip("]")
        if many:
            self.found.setdefault(path, line)
            self._lists[path] = self._lists.get(path, -1) + 1
            path = (*path, self._lists[path])
        self.found.setdefault(path, line)
        return path

    def _inside(self, key: Place) -> Place:
        """Return the path of a header's key: a list of tables on the way means its last table."""
        path: Place = ()
        for part in key[:-1]:
            path = (*path, part)
            path = (*path, self._lists[path]) if path in self._lists else path
        return (*path, key[-1])

    def _key(self, end: str) -> Place:
        parts: list[str] = []
        while not self._sees(end):
            token = self._next().text
            parts += [token[1:-1]] if token[0] in "\"'" else filter(None, token.split("."))
        return tuple(parts)

    def _pair(self, table: Place) -> None:
        line = self._tokens[self._at].line
        path = table
        for part in self._key("="):
            path = (*path, part)
            self.found.setdefault(path, line)
        self._next()
        self._value(path)

    def _value(self, path: Place) -> None:
        if self._sees("["):
            self._list(path)
        elif self._sees("{"):
            self._next()
            while not self._sees("}"):
                self._pair(path)
                self._skip(",", "\n")
            self._next()
        else:
            while self._at < len(self._tokens) and self._tokens[self._at].text not in ("\n", ",", "]", "}"):
                self._next()

    def _list(self, path: Place) -> None:
        self._next()
        self._skip("\n")
        for place in range(len(self._tokens)):
            if self._sees("]"):
                break
            self.found[*path, place] = self._tokens[self._at].line
            self._value((*path, place))
            self._skip(",", "\n")
        self._next()


def _tokens(text: str) -> Iterator[_Token]:
    at, line = 0, 1
    while found := _TOKEN.match(text, at):
        if found.lastgroup != "skip":
            yield _Token(found.group(), line)
        line += found.group().count("\n")
        at = found.end()


def entry_path(document: Any, entry: str, names: tuple[str, ...]) -> Place | None:
    """Return the path of the entry of a document that is called so: by one of its names, or by its key."""
    level: list[tuple[Place, Any]] = [((), document)]
    while level:
        for path, value in level:
            own = [str(value[name]) for name in names if name in value] if isinstance(value, dict) else []
            if path and (entry in own or path[-1] == entry):
                return path
        level = [
            ((*path, key), one)
            for path, value in level
            for key, one in (value.items() if isinstance(value, dict) else enumerate(value))
            if isinstance(one, dict | list)
        ]
    return None
