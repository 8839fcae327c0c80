"""What the course is to reach (issue 8), beside what a run has measured."""
# ruff: noqa: PLR2004 - the numbers are the targets, written as they are read

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_PEERS = ("voila", "shiny", "streamlit", "panel", "solara")
_KB = 1000

Run = dict[str, Any]


@dataclass(frozen=True)
class Target:
    """A line of the table. `measured` returns what is written and whether the target is reached."""

    name: str
    goal: str
    measured: Callable[[Run], tuple[str, bool]]


def table(run: Run) -> str:
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


def _ours(run: Run) -> Run:
    return run["contestants"]["ours"]


def _warm(run: Run) -> tuple[str, bool]:
    usable, limit = (_first(run["contestants"][name]) for name in ("ours", "static"))
    others = {name: _first(run["contestants"][name]) for name in _PEERS if name in run["contestants"]}
    best = min(others, key=others.__getitem__)
    title = run["contestants"][best]["title"]
    text = (
        f"{usable:.2f} s ; {usable / limit:.1f} × ({limit:.2f} s) ; le meilleur autre : {title}, {others[best]:.2f} s"
    )
    return text, usable <= min(0.25, 2 * limit, others[best])


def _first(result: Run) -> float:
    return result["warm"]["first"]["answered"] / 1000


def _cold(run: Run) -> tuple[str, bool]:
    ours, stock = (run["contestants"][name]["cold"]["answered"] / 1000 for name in ("ours", "voila"))
    return f"{ours:.2f} s ; 1/{stock / ours:.1f}", ours <= min(0.5, stock / 6)


def _slow(run: Run) -> tuple[str, bool]:
    seconds = _ours(run)["slow_cpu"]["first"]["answered"] / 1000
    return f"{seconds:.2f} s", seconds <= 1


def _weight(run: Run) -> tuple[str, bool]:
    bytes_ = _ours(run)["warm"]["first"]["bytes"]
    kilobytes = (bytes_["transferred"] + bytes_["websocket"]) / _KB
    return f"{kilobytes:.0f} ko, {bytes_['requests']} requêtes", kilobytes <= 100 and bytes_["requests"] <= 6


def _redraw(run: Run) -> tuple[str, bool]:
    return f"{_ours(run)['redraw']['median']:.0f} ms", _ours(run)["redraw"]["median"] <= 40


def _start(run: Run) -> tuple[str, bool]:
    seconds = {line["kind"]: line["ready_cpu"] for line in run["kernels"]}
    text = f"{seconds['seat']:.3f} s (carnet d'un formateur : {seconds['forked']:.3f} s)"
    return text, max(seconds["seat"], seconds["forked"]) <= 0.05


def _memory(run: Run) -> tuple[str, bool]:
    megabytes = _ours(run)["load"]["10"]["memory_per_learner"]
    return f"{megabytes:.1f} Mo", megabytes <= 12


def _class(count: str, most: float) -> Callable[[Run], tuple[str, bool]]:
    def measured(run: Run) -> tuple[str, bool]:
        load = _ours(run)["load"][count]
        text = f"{load['p95']:.2f} s, {load['failed']} refus, {load['wrong']} faux"
        return text, load["p95"] <= most and not load["failed"] and not load["wrong"]

    return measured


TARGETS = (
    Target("Page utilisable, serveur chaud", "≤ 0,25 s ; ≤ 2 × la page statique ; devant tous", _warm),
    Target("À froid", "≤ 0,5 s ; ≤ 1/6 de Voilà d'origine", _cold),
    Target("Processeur ÷ 4", "≤ 1 s", _slow),
    Target("Première visite", "≤ 100 ko, ≤ 6 requêtes", _weight),
    Target("Clic → dessin", "≤ 40 ms", _redraw),
    Target("Démarrage d'un noyau", "≤ 0,05 s de processeur", _start),
    Target("Mémoire par apprenant", "≤ 12 Mo", _memory),
    Target("30 à la fois", "≤ 3 s (p95)", _class("30", 3)),
    Target("100 à la fois", "≤ 8 s, aucun refus, aucune erreur", _class("100", 8)),
)
