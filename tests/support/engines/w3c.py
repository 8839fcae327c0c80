"""What the two protocols of the W3C have in common: how a mouse and a keyboard are told."""

from typing import Any

_KEYS = {
    "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Control": "\ue009", "End": "\ue010",
    "Enter": "\ue007", "Escape": "\ue00c", "PageDown": "\ue00f", "PageUp": "\ue00e", "Shift": "\ue008", "Tab": "\ue004",
}  # fmt: skip


def click_at(x: float, y: float) -> list[dict[str, Any]]:
    steps = [{"type": "pointerMove", "x": round(x), "y": round(y)}]
    steps += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
    return [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}]


def typed(text: str) -> list[dict[str, Any]]:
    return _keys([(kind, letter) for letter in text for kind in ("keyDown", "keyUp")])


def pressed(chord: str) -> list[dict[str, Any]]:
    keys = [_KEYS.get(key, key) for key in chord.split("+")]
    return _keys([*(("keyDown", key) for key in keys), *(("keyUp", key) for key in reversed(keys))])


def _keys(steps: list[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"type": "key", "id": "keyboard", "actions": [{"type": kind, "value": key} for kind, key in steps]}]
