"""Options: what the command that serves a room can be told, with its help and refusals in French."""

import argparse
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from practice.doors.command import Parser
from practice.doors.voila.limits import FROM_ONE_ADDRESS, LARGEST_MESSAGE, MOST_REQUESTS, WAITING
from practice.doors.voila.open_pages import IDLE, MOST_PAGES
from practice.site import Site

PORT = 8866
_MEBIBYTE = 1 << 20

_HELP = f"""Utilisation : python -m {{course}}.serve [options]

Ouvre le cours : une page par chapitre, à l'adresse que dit le terminal. Ctrl-C l'arrête.

Où et quoi
  --port N                le port d'écoute ({PORT})
  --ip ADRESSE            l'adresse d'écoute (toutes)
  --no-browser            ne pas ouvrir le navigateur
  --notebooks DOSSIER     le dossier des carnets (ceux du cours)
  --edition ANNEE         l'année du site

La salle d'une formatrice ou d'un formateur
  --salle                 donner un numéro aux tablettes, et un tableau de bord secret
  --room-file FICHIER     le fichier privé de la salle (un par port, dans votre dossier personnel)

Derrière un autre serveur
  --prefix CHEMIN         le chemin du cours, par exemple /salle/
  --public-url ADRESSE    l'adresse publique ; l'autre serveur dit alors de quelle adresse vient chacun (X-Real-IP)
  --service               sans personne devant : une ligne datée au départ, à l'arrêt, à chaque ennui
  --figures [IP:]PORT     des chiffres pour Prometheus, sur un port de cet ordinateur (aucun)

Limites
  --most-pages N          pages gardées en mémoire avec leurs séances ({MOST_PAGES})
  --idle SECONDES         temps où une page coupée est gardée en mémoire ({IDLE:.0f})
  --patience SECONDES     temps où une liaison peut rester sans rien demander ({WAITING})
  --most-from-one N       pages ouvertes à la fois depuis une adresse ({FROM_ONE_ADDRESS})
  --most-requests N       demandes d'une adresse en une minute ({MOST_REQUESTS})
  --largest-message N     taille d'un message, en Mio ({LARGEST_MESSAGE // _MEBIBYTE})
  --grace SECONDES        à l'arrêt, temps laissé aux pages pour partir ailleurs (5)

Une classe derrière une seule adresse n'atteint aucune de ces limites. Les calculs sont dans deploy/README.md.
Ce qui est tapé n'est jamais écrit, nulle part.
"""


def parse(site: type[Site], arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = Parser(_HELP.format(course=site.__module__.partition(".")[0]))
    parser.allow_abbrev = False
    add = parser.add_argument
    add("--port", type=int, default=PORT)
    add("--ip", default="")
    add("--no-browser", action="store_true")
    add("--notebooks", type=Path, default=site.notebooks)
    add("--prefix", default="")
    add("--public-url", type=_public)
    add("--edition", default=site.usual_edition)
    add("--salle", action="store_true")
    add("--room-file", type=Path)
    add("--service", action="store_true")
    add("--figures", type=_socket)
    add("--most-pages", type=_some, default=MOST_PAGES)
    add("--idle", type=float, default=IDLE)
    add("--patience", type=float, default=WAITING)
    add("--most-from-one", type=_some, default=FROM_ONE_ADDRESS)
    add("--most-requests", type=_some, default=MOST_REQUESTS)
    add("--largest-message", type=_some, default=LARGEST_MESSAGE // _MEBIBYTE)
    add("--grace", type=float, default=5.0)
    options = parser.parse_args(arguments)
    path = options.prefix or unquote(urlsplit(options.public_url or "").path)
    options.prefix = f"/{quote(path.strip('/'))}/".replace("//", "/")
    options.largest_message *= _MEBIBYTE
    if options.edition not in (*site.years(), site.usual_edition):
        parser.exit(2, f"L'édition « {options.edition} » n'existe pas. Les éditions : {', '.join(site.years())}.\n")
    return options


def _public(text: str) -> str:
    """Return an address as it is announced. Raises ValueError for what is none."""
    told = urlsplit(text)
    if told.scheme not in ("http", "https") or not told.hostname:
        raise ValueError(text)
    return f"{text.rstrip('/')}/"


def _socket(text: str) -> tuple[str, int]:
    """Return an address and a port, of this computer only unless another is named. Raises ValueError."""
    ip, _, port = text.rpartition(":")
    return ip.strip("[]") or "127.0.0.1", int(port)


def _some(text: str) -> int:
    """Return a number above zero. Raises ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
