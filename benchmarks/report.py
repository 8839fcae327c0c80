"""What is said of a run: a table in the terminal and in the README, and a plot."""

import json
import re
from pathlib import Path
from typing import Any

import jinja2
import targets

HERE = Path(__file__).parent
_NBSP = "\u00a0"
_KB = 1000

#: the heading, where the figure is, and how it is written
_COLUMNS = (
    ("à froid", ("cold", "answered"), "s"),
    ("1re visite", ("warm", "first", "answered"), "s"),
    ("2e visite", ("warm", "second", "answered"), "s"),
    ("processeur ÷ 4", ("slow_cpu", "first", "answered"), "s"),
    ("lien lent", ("slow_link", "first", "answered"), "s"),
    ("requêtes", ("warm", "first", "bytes", "requests"), "n"),
    ("reçu, 1re", ("warm", "first", "bytes"), "kB"),
    ("requêtes, 2e", ("warm", "second", "bytes", "requests"), "n"),
    ("reçu, 2e", ("warm", "second", "bytes"), "kB"),
    ("clic → dessin", ("redraw", "median"), "ms"),
    ("processeur par apprenant", ("load", "10", "cpu_per_learner"), "cpu"),
    ("mémoire par apprenant", ("load", "10", "memory_per_learner"), "MB"),
    ("1 arrive", ("load", "1"), "p95"),
    ("10 arrivent", ("load", "10"), "p95"),
    ("30 arrivent", ("load", "30"), "p95"),
    ("100 arrivent", ("load", "100"), "p95"),
)


def table(run: dict[str, Any]) -> str:
    """Return the table of a run, in Markdown: a measure a line, a contestant a column."""
    contestants = run["contestants"]
    lines = ["| | " + " | ".join(result["title"] for result in contestants.values()) + " |"]
    lines += ["|---" * (len(contestants) + 1) + "|"]
    for heading, path, unit in _COLUMNS:
        cells = [_cell(_at(result, path), unit) for result in contestants.values()]
        lines.append(f"| {heading} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(run: dict[str, Any], name: str) -> list[Path]:
    """Write a run's figures and plot to `results/`."""
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    figures, plot = folder / f"{name}.json", folder / f"{name}.svg"
    figures.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    template = jinja2.Template(HERE.joinpath("chart.svg.j2").read_text(encoding="utf-8"), autoescape=True)
    plot.write_text(template.render(panels=_panels(run), about=about(run)) + "\n", encoding="utf-8")
    return [figures, plot]


def read(name: str) -> dict[str, Any]:
    """Return the figures of an earlier run."""
    return json.loads(HERE.joinpath("results", f"{name}.json").read_text(encoding="utf-8"))


def into_readme(run: dict[str, Any], name: str) -> None:
    """Put the machine, the table and the targets of a run into README.md, between their marks."""
    file = HERE / "README.md"
    blocks = {
        "table": f"{about(run)}\n\n{table(run)}\n\n![Les mêmes mesures en barres](results/{name}.svg)",
        "targets": targets.table(run),
    }
    text = file.read_text(encoding="utf-8")
    for mark, block in blocks.items():
        between = f"<!-- {mark} -->\n{block}\n<!-- /{mark} -->"
        pattern = f"<!-- {mark} -->.*<!-- /{mark} -->"
        text = re.sub(pattern, lambda _, new=between: new, text, flags=re.DOTALL)
    file.write_text(text, encoding="utf-8")


def about(run: dict[str, Any]) -> str:
    """Say when, on what, and with which versions."""
    machine = run["machine"]
    loads = " → ".join(f"{load:.1f}" for load in (run["load_before"], run["load_after"])).replace(".", ",")
    versions = ", ".join(f"{package} {version}" for package, version in run["versions"].items())
    when = f"{run['date']}, {machine['cores']} cœurs ({machine['cpu']}), {machine['memory_gb']} Go, {machine['system']}"
    return f"{when}. Charge de la machine avant et après : {loads}. {versions}."


def _panels(run: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the plot shows: a few measures, one bar for each contestant, the longest filling the width."""
    wanted = ("à froid", "1re visite", "processeur ÷ 4", "lien lent", "clic → dessin", "30 arrivent")
    panels = []
    for heading, path, unit in _COLUMNS:
        values = {result["title"]: _number(_at(result, path), unit) for result in run["contestants"].values()}
        values = {title: value for title, value in values.items() if value is not None}
        if heading not in wanted or not values:
            continue
        longest = max(values.values()) or 1
        bars = [
            {"title": title, "width": value / longest, "text": _cell(_at(result, path), unit)}
            for (title, value), result in zip(
                values.items(), (r for r in run["contestants"].values() if r["title"] in values), strict=True
            )
        ]
        panels.append({"heading": heading, "bars": bars})
    return panels


def _at(result: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        result = result.get(key) if isinstance(result, dict) else None
    return result


def _number(value: Any, unit: str) -> float | None:
    if value is None:
        return None
    match unit:
        case "kB":
            return (value["transferred"] + value["websocket"]) / _KB
        case "s":
            return value / 1000
        case "p95":
            return value["p95"]
    return value


def _cell(value: Any, unit: str) -> str:
    number = _number(value, unit)
    if number is None:
        return "–"
    shape = {"s": "{:.2f} s", "p95": "{:.2f} s", "cpu": "{:.3f} s", "n": "{:.0f}", "kB": "{:.0f} ko", "MB": "{:.1f} Mo"}
    text = shape.get(unit, "{:.0f} ms").format(number).replace(".", ",")
    if unit == "p95" and (value["failed"] or value["wrong"]):
        text += f" ({value['failed']} refusés, {value['wrong']} faux)"
    return text.replace(" ", _NBSP)
