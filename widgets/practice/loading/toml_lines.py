"""Where each value of a TOML file stands: tomllib, which reads the values, tells no lines."""

import re
from itertools import accumulate
from typing import Any

Place = tuple[str | int, ...]  #: of a value in a document: keys of tables, and places in lists

#: a text, a sign or bare letters; nothing, for what is skipped
_TOKEN = re.compile(
    r'("""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|[\[\]{},=\n]|[^\s\[\]{},=#\"']+)|#[^\n]*|[ \t\r]+",
    re.DOTALL,
)
_NEW_LINE, _BETWEEN = ("\n",), (",", "\n")
_END = ""  #: in place of a token, after the last
_AFTER_A_VALUE = ("\n", ",", "]", "}", _END)


def lines_of(text: str) -> dict[Place, int]:
    """Return the line of each key and of each place in a list, of a text that is right TOML."""
    return _Lines(text).found


class _Lines:
    """Follows a text from its first line to its last. `found` is what came of it."""

    def __init__(self, text: str) -> None:
        self.found: dict[Place, int] = {}
        self._lists: dict[Place, int] = {}  #: how many tables each list of tables has by now
        self._texts = [*filter(None, _TOKEN.findall(text)), _END]
        self._on = [*accumulate((token.count("\n") for token in self._texts), initial=1)]  #: the line of each token
        self._at = 0
        self._document()

    def _sees(self, sign: str) -> bool:
        return self._texts[self._at] == sign

    def _skip(self, signs: tuple[str, ...]) -> None:
        while self._texts[self._at] in signs:
            self._at += 1

    def _document(self) -> None:
        table: Place = ()
        self._skip(_NEW_LINE)
        while not self._sees(_END):
            if self._sees("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_NEW_LINE)

    def _header(self) -> Place:
        """Read `[a.b]` or `[[a.b]]`; return the path of its table."""
        line = self._on[self._at]
        self._at += 1
        many = self._sees("[")
        self._skip(("[",))
        path = self._inside(self._key("]"))
        self._skip(("]",))
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
        while (token := self._texts[self._at]) != end:
            self._at += 1
            parts += [token[1:-1]] if token[0] in "\"'" else filter(None, token.split("."))
        return tuple(parts)

    def _pair(self, table: Place) -> None:
        line = self._on[self._at]
        path = table
        for part in self._key("="):
            path = (*path, part)
            self.found.setdefault(path, line)
        self._at += 1
        self._value(path)

    def _value(self, path: Place) -> None:
        if self._sees("["):
            self._list(path)
        elif self._sees("{"):
            self._at += 1
            while not self._sees("}"):
                self._pair(path)
                self._skip(_BETWEEN)
            self._at += 1
        else:
            while self._texts[self._at] not in _AFTER_A_VALUE:
                self._at += 1

    def _list(self, path: Place) -> None:
        self._at += 1
        self._skip(_NEW_LINE)
        for place in range(len(self._on)):
            if self._sees("]"):
                break
            self.found[*path, place] = self._on[self._at]
            self._value((*path, place))
            self._skip(_BETWEEN)
        self._at += 1


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
