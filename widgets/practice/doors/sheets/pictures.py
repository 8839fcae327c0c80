"""Pictures of screens, made by a Chromium without a window. One start makes all pictures of an exercise.

All drawings stand in one page, under each other, each in a slot of its own; the picture of the page is cut up again.
Pillow comes with fpdf2. Only this module needs it.
"""

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from practice.course.exercises.walkthrough import Frame
from practice.scripts import frame_script

PATIENCE = 120  #: seconds, for the pictures of one exercise
_WIDTH, _SLOT = 780, 700  # CSS pixels: one screen, its margins included
_USUAL = 400  # CSS pixels: two such pictures stand on a page; higher only where the place is
MILLIMETRES = 174 / _WIDTH  #: on paper, of one CSS pixel: the widest screen is as wide as the text
_SCALE = 1.5  # points of the picture in a CSS pixel: 170 to the inch on paper
_COLOURS = 128
_ALMOST_WHITE = 254  # what Pillow makes of white when it counts colours; a printer would spend ink on it
_SPARE = 200  # CSS pixels; Chrome counts its own bars, which it does not draw, in the height of a window

_PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><style>%s</style><style>
body { margin: 0; background: #fff; }
.slot { width: %dpx; height: %dpx; overflow: hidden; padding: 12px; box-sizing: border-box; }
.slot > .window { overflow: hidden; padding: 12px; margin: -12px; }
.slot .atelier { border: 0; background: #fff; }
.slot .desk { display: block; padding: 0; }
.slot .atelier > :not(.desk), .slot [data-region]:not([data-shown]) { display: none; }
</style></head><body>%s<script>
%s
const USUAL = %d;
for (const slot of document.querySelectorAll(".slot")) {
  const frame = slot.firstElementChild, top = frame.getBoundingClientRect().top, all = frame.scrollHeight;
  const places = [...slot.querySelectorAll("[data-here]")].map((place) => place.getBoundingClientRect());
  const seen = span(places, slot.clientHeight - 90);
  let from = 0, to = Math.min(all, USUAL);
  if (seen) {
    const most = Math.min(slot.clientHeight, Math.max(seen.bottom - seen.top + 90, USUAL));
    to = Math.min(all, Math.max(seen.bottom - top + 50, most));
    from = Math.max(0, Math.min(to - most, seen.top - top - 40));
    to = Math.min(to, from + most);
  }
  const cutAbove = from ? "transparent, #000 28px" : "#000, #000";
  const cutBelow = to < all ? "#000 calc(100%% - 28px), transparent" : "#000";
  frame.style.maskImage = `linear-gradient(${cutAbove}, ${cutBelow})`;
  frame.style.height = `${to - from}px`;
  frame.style.boxSizing = "border-box";
  frame.scrollTop = from;
}
</script></body></html>"""


class PictureError(Exception):
    """Chromium made no picture. The message says what it said."""


@dataclass(frozen=True)
class Picture:
    """One screen; `width` and `height` are in CSS pixels."""

    image: Image.Image

    @property
    def width(self) -> float:
        return self.image.width / _SCALE

    @property
    def height(self) -> float:
        return self.image.height / _SCALE


def take(chromium: str, frames: Iterable[Frame], style: str, folder: Path) -> dict[str, Picture]:
    """Return a picture a frame, by its key; the files of the work stand in `folder`. Raises PictureError."""
    frames = list(frames)
    page, shot = Path(folder, "ecrans.html").resolve(), Path(folder, "ecrans.png").resolve()
    page.write_text(_page(frames, style), encoding="utf-8")
    shot.unlink(missing_ok=True)
    _run(chromium, page, shot, len(frames) * _SLOT)
    with Image.open(shot) as opened:
        whole = opened.convert("RGB")
    return {frame.key: Picture(_cut(whole, at)) for at, frame in enumerate(frames)}


def _page(frames: list[Frame], style: str) -> str:
    slots = [f'<div class="slot"><div class="window atelier-still">{frame.html}</div></div>' for frame in frames]
    return _PAGE % (style, _WIDTH, _SLOT, "".join(slots), frame_script(), _USUAL)


def _run(chromium: str, page: Path, shot: Path, height: int) -> None:
    """Have Chromium, without a network or the user's own settings, draw the page into a file."""
    flags = [
        "--headless",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={page.parent / 'profil'}",
        f"--force-device-scale-factor={_SCALE}",
        f"--window-size={_WIDTH},{height + _SPARE}",
        f"--screenshot={shot}",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # without it, Chromium does not start for root; the page is ours alone
    command = [chromium, *flags, page.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False)  # noqa: S603 - the user's own browser
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PictureError(str(error)) from error
    if not shot.is_file():
        raise PictureError((done.stderr.strip().splitlines() or [f"code {done.returncode}"])[-1])


def _cut(whole: Image.Image, at: int) -> Image.Image:
    """Return what stands in one slot, without the white around it, in few colours."""
    slot = round(_SLOT * _SCALE)
    cut = whole.crop((0, at * slot, round(_WIDTH * _SCALE), (at + 1) * slot))
    drawn = ImageChops.difference(cut, Image.new("RGB", cut.size, "white")).getbbox()
    few = cut.crop(drawn).quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette(bytes(255 if part == _ALMOST_WHITE else part for part in few.getpalette()))
    return few
