"""What is said of a run: a table in the terminal and in the README, and a plot."""

import json
import re
from pathlib import Path
from typing import Any

import jinja2
import targets
from rows import ROWS, Row

HERE = Path(__file__).parent
_IN_THE_PLOT = ("à froid", "1re visite", "processeur ÷ 4", "lien lent", "clic → dessin", "30 arrivent")


def table(run: dict[str, Any]) -> str:
    """Return the table of a run, in Markdown: a measure a line, a contestant a column."""
    contestants = run["contestants"].values()
    lines = ["| | " + " | ".join(result["title"] for result in contestants) + " |"]
    lines += ["|---" * (len(contestants) + 1) + "|"]
    lines += [f"| {row.heading} | " + " | ".join(row.cell(result) for result in contestants) + " |" for row in ROWS]
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
    panels = ({"heading": row.heading, "bars": _bars(run, row)} for row in ROWS if row.heading in _IN_THE_PLOT)
    return [panel for panel in panels if panel["bars"]]


def _bars(run: dict[str, Any], row: Row) -> list[dict[str, Any]]:
    numbers = [(result, row.number(result)) for result in run["contestants"].values()]
    numbers = [(result, number) for result, number in numbers if number is not None]
    longest = max((number for _, number in numbers), default=0) or 1
    return [{"title": r["title"], "width": number / longest, "text": row.cell(r)} for r, number in numbers]
