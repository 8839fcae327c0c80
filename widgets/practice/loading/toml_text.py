"""The text of a TOML file, or why it cannot be read, in French: tomllib and Python say it in English."""

import codecs
import re
import tomllib
from pathlib import Path
from typing import Any

from practice.loading.documents import Documents
from practice.loading.faults import WHOLE, DataError, Fault

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_COMMA = re.compile(r"=\s*\d+,\d+\s*(?:€\s*)?(?:#.*)?$")
_EURO = re.compile(r"=\s*\d+[.,]?\d*\s*€")
_FRENCH_DATE = re.compile(r"=\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_BARE_WORDS = re.compile(r"=\s*[^\s\"'\[{#][^\"']*$")
_CURLY = "“”‘’«»"
_MARKS = (
    (codecs.BOM_UTF8, "« UTF-8 avec BOM »"),
    (codecs.BOM_UTF16_LE, "« UTF-16 »"),
    (codecs.BOM_UTF16_BE, "« UTF-16 »"),
)
#: what begins tomllib's words -> ours
_WORDS = (
    ("Invalid date", "cette date ou cette heure n'existe pas ; une date s'écrit 2021-03-15, sans guillemets"),
    ("Cannot declare", "cette table a déjà été écrite plus haut"),
    ("Cannot redefine", "cette table a déjà été écrite plus haut"),
    ("Cannot overwrite", "ce nom a déjà été donné plus haut ; gardez-en un seul"),
    ("Cannot mutate", "ce nom a déjà été donné plus haut ; gardez-en un seul"),
    ("Duplicate", "ce nom a déjà été donné plus haut ; gardez-en un seul"),
    ("Unclosed array", "il manque un crochet « ] »"),
    ("Unclosed inline table", "il manque une accolade « } »"),
    ("Expected ']", "il manque un crochet « ] » : une table s'écrit [nom], une suite de tables [[nom]]"),
    ("Expected '='", "il manque le signe « = » entre le nom et la valeur"),
    ("Unterminated", "il manque un guillemet à la fin du texte"),
    ("Illegal character", "il manque un guillemet à la fin du texte, ou un signe invisible s'y trouve"),
    ("Expected \"'", "il manque un guillemet à la fin du texte"),
    ("Unescaped", "le signe « \\ » n'a pas de sens ici ; doublez-le : « \\\\ »"),
    ("Invalid hex", "le signe « \\ » n'a pas de sens ici ; doublez-le : « \\\\ »"),
    ("Escaped", "le signe « \\ » n'a pas de sens ici ; doublez-le : « \\\\ »"),
    ("Invalid initial", "le nom est mal écrit : une ligne s'écrit nom = valeur"),
    ("Invalid statement", "il faut ici un nom, une table [nom] ou un commentaire « # »"),
    ("Found invalid", "un signe invisible s'y trouve"),
    ("Invalid value", "la valeur manque ou est mal écrite ; un texte se met entre guillemets"),
    ("Expected newline", "il y a quelque chose de trop à la fin de la ligne ; un texte se met entre guillemets"),
)


def read_toml(file: Path, documents: Documents | None = None) -> dict[str, Any]:
    """Return what a file says, parsed by these documents if any. Raises DataError for one that is no TOML."""
    text = _text(file)
    try:
        document = (documents or Documents()).parsed(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(file, *_in_french(str(error), text)) from None
    except RecursionError:
        raise _refused(file, "trop de crochets sont ouverts les uns dans les autres") from None
    if not document:
        raise _refused(file, "ce fichier est vide")
    return document


def _refused(file: Path, reason: str, line: int = 0) -> DataError:
    return DataError.of((Fault(file, WHOLE, reason, line=line),))


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise _refused(file, "ce fichier n'existe pas") from None
    except OSError:
        raise _refused(file, "ce fichier ne peut pas être ouvert") from None
    for mark, name in _MARKS:
        if content.startswith(mark):
            raise _refused(file, f"ce fichier est enregistré en {name} ; enregistrez-le en UTF-8, sans BOM", 1)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n")
        shown = content.split(b"\n")[line].decode("latin-1").strip()
        reason = f"ce fichier n'est pas enregistré en UTF-8 (« {shown[:60]} ») ; enregistrez-le en UTF-8"
        raise _refused(file, reason, line + 1) from None


def _in_french(told: str, text: str) -> tuple[str, int]:
    """Return what is wrong, and the line."""
    at = _AT.search(told)
    lines = text.split("\n")
    number = int(at[1]) if at and at[1] else len(lines)
    if told.startswith("Illegal character '\\n'") and number > 1 and not lines[number - 1].strip():
        number -= 1
    line = lines[number - 1].strip() if number <= len(lines) else ""
    shown = f" (« {line[:60]} »)" if line else ""
    return f"ce n'est pas du TOML lisible : {_why(told, line)}{shown}", number


def _why(told: str, line: str) -> str:
    if any(sign in line.partition("=")[2][:3] for sign in _CURLY):
        return 'il faut des guillemets droits : "comme ceci"'
    if _COMMA.search(line) or _EURO.search(line):
        return 'un montant se met entre guillemets, sans le signe € : "25,00"'
    if _FRENCH_DATE.search(line):
        return "une date s'écrit 2021-03-15 : l'année, le mois, le jour, sans guillemets"
    ours = next((ours for theirs, ours in _WORDS if told.startswith(theirs)), "cette ligne est mal écrite")
    if told.startswith(("Invalid value", "Expected newline")) and _BARE_WORDS.search(line):
        return "un texte se met entre guillemets"
    return ours
