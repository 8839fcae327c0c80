"""What the course is to reach (issue 13), beside what a run has measured."""
# ruff: noqa: PLR2004 - the numbers are the targets, written as they are read

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from rows import CLASS, ROWS, Figures

_PEERS = ("voila", "shiny", "streamlit", "panel", "solara")
_KB = 1000


@dataclass(frozen=True)
class Target:
    """A line of the table. `measured` returns what is written and whether the target is reached."""

    name: str
    goal: str
    measured: Callable[[Figures], tuple[str, bool]]


def table(run: Figures) -> str:
    """Return the targets in Markdown; a measure that the run has not made is a dash."""
    lines = ["| | but | mesuré | |", "|---|---|---|---|"]
    for target in TARGETS:
        try:
            text, reached = target.measured(run)
            verdict = "atteint" if reached else "**non atteint**"
        except (KeyError, StopIteration, TypeError, ValueError):
            text, verdict = "–", "non mesuré"
        cells = (target.name, target.goal, text.replace(".", ","), verdict)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _ours(run: Figures) -> Figures:
    return run["contestants"]["ours"]


def _warm(run: Figures) -> tuple[str, bool]:
    usable, limit = (run["contestants"][name]["warm"]["first"]["answered"] / 1000 for name in ("ours", "static"))
    return f"{usable:.2f} s ; {usable / limit:.1f} × ({limit:.2f} s)", usable <= min(0.25, 2 * limit)


def _ahead(run: Figures) -> tuple[str, bool]:
    peers = [run["contestants"][name] for name in _PEERS if name in run["contestants"]]
    told, behind = 0, []
    for row in ROWS:
        numbers = {row.number(peer): peer for peer in peers if row.number(peer) is not None}
        mine = row.number(_ours(run))
        if mine is None or not numbers:
            continue
        told += 1
        best = numbers[min(numbers)]
        if mine > min(numbers):
            behind.append(f"« {row.heading} » ({best['title']}, {row.cell(best)})")
    if not told:
        raise ValueError("no peer")
    text = f"{told - len(behind)} lignes sur {told}"
    return f"{text} ; derrière : {', '.join(behind)}" if behind else text, not behind


def _cold(run: Figures) -> tuple[str, bool]:
    ours, stock = (run["contestants"][name]["cold"]["answered"] / 1000 for name in ("ours", "voila"))
    return f"{ours:.2f} s ; 1/{stock / ours:.1f}", ours <= min(0.5, stock / 6)


def _open(run: Figures) -> tuple[str, bool]:
    starts = _ours(run)["starts"]
    seconds = statistics.median(starts)
    return f"{seconds:.2f} s (médiane de {len(starts)})", seconds <= 2


def _slow(run: Figures) -> tuple[str, bool]:
    seconds = _ours(run)["slow_cpu"]["first"]["answered"] / 1000
    return f"{seconds:.2f} s", seconds <= 1


def _weight(run: Figures) -> tuple[str, bool]:
    bytes_ = _ours(run)["warm"]["first"]["bytes"]
    kilobytes = (bytes_["transferred"] + bytes_["websocket"]) / _KB
    return f"{kilobytes:.0f} ko, {bytes_['requests']} requêtes", kilobytes <= 100 and bytes_["requests"] <= 6


def _redraw(run: Figures) -> tuple[str, bool]:
    return f"{_ours(run)['redraw']['median']:.0f} ms", _ours(run)["redraw"]["median"] <= 40


def _cpu(run: Figures) -> tuple[str, bool]:
    milliseconds = 1000 * _ours(run)["load"][str(CLASS)]["cpu_per_learner"]
    return f"{milliseconds:.1f} ms", milliseconds <= 12


def _memory(run: Figures) -> tuple[str, bool]:
    megabytes = _ours(run)["load"][str(CLASS)]["memory_per_learner"]
    return f"{megabytes:.2f} Mo", megabytes <= 0.3


def _class(count: str, most: float) -> Callable[[Figures], tuple[str, bool]]:
    def measured(run: Figures) -> tuple[str, bool]:
        load = _ours(run)["load"][count]
        text = f"{load['p95']:.2f} s, {load['failed']} refus, {load['wrong']} faux"
        return text, load["p95"] <= most and not load["failed"] and not load["wrong"]

    return measured


TARGETS = (
    Target("Page utilisable, serveur chaud", "≤ 0,25 s ; ≤ 2 × la page statique", _warm),
    Target("Devant tous les autres", "dans chaque ligne du tableau", _ahead),
    Target("À froid", "≤ 0,5 s ; ≤ 1/6 de Voilà d'origine", _cold),
    Target("Serveur ouvert (« L'atelier est ouvert »)", "≤ 2 s", _open),
    Target("Processeur ÷ 4", "≤ 1 s", _slow),
    Target("Première visite", "≤ 100 ko, ≤ 6 requêtes", _weight),
    Target("Clic → dessin", "≤ 40 ms", _redraw),
    Target("Processeur du serveur par apprenant", "≤ 12 ms", _cpu),
    Target("Mémoire du serveur par apprenant", "≤ 0,3 Mo", _memory),
    Target("30 à la fois", "≤ 0,4 s (p95), aucun refus, aucune erreur", _class("30", 0.4)),
    Target("100 à la fois", "≤ 2 s, aucun refus, aucune erreur", _class("100", 2)),
    Target("300 à la fois", "≤ 6 s, aucun refus, aucune erreur", _class("300", 6)),
)
