"""Live slides: Python beside them, once for all, and what brings their screens to life."""

from pathlib import Path

from practice.chapter import Chapter
from practice.doors.voila.assets import script
from practice.doors.web.built import Built
from practice.doors.web.folder import CONNECTION, POLICY
from practice.editions import notebook_files
from practice.scripts import classic, joined, screen_script
from practice.site import Site

STATIC = Path(__file__).parent / "templates" / "practice_slides"
SCRIPT = "vivant.js"  #: near.js asks for it
#: what the window of the notes shows is the slides again
SLIDES_POLICY = f"{POLICY}; frame-src 'self' file:"
_REFUSED = (
    "Les écrans restent des images : ce navigateur est trop ancien, ou la mémoire manque. "
    "Les diapositives marchent comme d'habitude."
)


def door_of(site: Site, chapter: Chapter, path: Path) -> dict[str, object] | None:
    """Return what the slides of a chapter tell Python; None for a notebook that Python has not beside them."""
    if not chapter.ours or path not in notebook_files(site):
        return None
    return {
        "chapter": chapter.name,
        "version": chapter.version,
        "edition": site.year,
        "apart": True,
        "refused": _REFUSED,
    }


def files(built: Built) -> dict[str, str]:
    """Return what stands beside the slides, by name."""
    modules = {
        "screen": screen_script(),
        "link": script("path.js", "keeping.js", "link.js"),
        "live": joined([STATIC / "live.js"]),
    }
    parts = [joined([*CONNECTION, STATIC / "groups.js"]), script("early_door.js"), classic(modules)]
    return {**built.scripts, SCRIPT: "\n".join(parts)}
