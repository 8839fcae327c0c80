"""Who is measured: how each server starts, and where its button, a box and the total are on its page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE / "peers"


@dataclass(frozen=True)
class Contestant:
    """A server with the payments exercise. The selectors are for probe.js, which also looks into shadow roots."""

    name: str
    title: str
    package: str  #: whose version is noted
    command: Callable[[int], list[str]]  #: what follows `python -m`, for a port
    path: str  #: of the page
    button: str
    box: str  #: the kind « Remboursement de soins »
    total: str
    cwd: Path
    course: bool = False  #: runs in the course's own environment
    opened: str = ""  #: what its server prints once it is open; without it, a port that listens
    most: int = 100  #: learners in its largest class; with more, most peers answer nobody
    environment: dict[str, str] = field(default_factory=dict)


def _course(folder: Path) -> Callable[[int], list[str]]:
    module = ["atelier_ameli.serve", "--no-browser", "--ip=127.0.0.1", f"--notebooks={folder}"]
    return lambda port: [*module, f"--port={port}"]


_IN_SCREEN = "button[id$='-search'].main", "input[id$='-kind-care']", "p.total[id$='-total']"

ALL = (
    Contestant(
        "static", "Page statique (limite)", "tornado", lambda port: ["peers.static.serve", str(port)], "/",
        "button", "input[name=care]", "#total", HERE, course=True, most=300,
    ),
    Contestant(
        "ours", "Atelier, l'exercice seul", "atelier-ameli", _course(HERE / "exercise"),
        "/voila/render/payments.ipynb", *_IN_SCREEN, HERE.parent, course=True, opened="atelier est ouvert", most=300,
    ),
    Contestant(
        "voila", "Voilà et ipywidgets d'origine", "voila",
        lambda port: ["voila", "payments.ipynb", "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"], "/",
        "button.search", ".kind-care input", ".total", PEERS / "voila",
    ),
    Contestant(
        "shiny", "Shiny for Python", "shiny",
        lambda port: ["shiny", "run", "app.py", f"--port={port}", "--host=127.0.0.1"], "/",
        "#search", "input[name=kinds][value=care]", "#total", PEERS / "shiny",
    ),
    Contestant(
        "streamlit", "Streamlit", "streamlit",
        lambda port: [
            "streamlit", "run", "app.py", f"--server.port={port}", "--server.address=127.0.0.1",
            "--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none",
        ],
        "/", ".st-key-search button", ".st-key-kind_care input", ".st-key-total p", PEERS / "streamlit",
    ),
    Contestant(
        "panel", "Panel", "panel",
        lambda port: ["panel", "serve", "app.py", f"--port={port}", "--address=127.0.0.1"], "/app",
        ".search >>> button", ".kind-care >>> input", ".total >>> p", PEERS / "panel",
    ),
    Contestant(
        "solara", "Solara", "solara",
        lambda port: ["solara", "run", "app.py", f"--port={port}", "--host=127.0.0.1", "--production", "--no-open"],
        "/", "button.search", ".kind-care input", ".total", PEERS / "solara",
        environment={"SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False"},
    ),
)  # fmt: skip
