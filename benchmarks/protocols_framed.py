"""The two protocols that are not plain JSON messages: Bokeh's, in three frames a message, and Streamlit's protobuf."""

import json
import re
from typing import Any
from uuid import uuid4

import payments
from learner import Learner, amount

_VARINT, _BYTES = 0, 2
_LOW_BITS = 0x7F
# Streamlit's proto/: BackMsg.rerun_script, ClientState.widget_states, WidgetStates.widgets, WidgetState.*
_RERUN_SCRIPT, _WIDGET_STATES, _WIDGETS = 11, 2, 1
_ID, _TRIGGER, _BOOL, _STRINGS = 1, 2, 3, 9
_PAGE_SCRIPT_HASH = 3


async def streamlit(learner: Learner) -> None:
    """Do what Streamlit's page does: ask for a run, read it all, then ask for another with the widgets' values."""
    await learner.page()
    await learner.open("/_stcore/stream", ["streamlit", "PLACEHOLDER_AUTH_TOKEN"])
    await learner.say(_field(_RERUN_SCRIPT, b""))
    first = await _run(learner)
    ids = dict(re.findall(r"(\$\$ID-[0-9a-f]{32}-(\w+))", first))
    ids = {key: id_ for id_, key in ids.items()}
    start = re.search(r"(\$\$ID-[0-9a-f]{32}-None)\x12.Du", first)[1]
    states = [_field(_ID, start) + _field(_STRINGS, _field(1, learner.start.isoformat()))]
    states += [_field(_ID, ids[f"kind_{kind}"]) + _flag(_BOOL, kind in learner.kinds) for kind in payments.KINDS]
    states += [_field(_ID, ids["search"]) + _flag(_TRIGGER, True)]
    script = re.search(r"([0-9a-f]{32})", first)[1]
    widgets = b"".join(_field(_WIDGETS, state) for state in states)
    await learner.say(_field(_RERUN_SCRIPT, _field(_WIDGET_STATES, widgets) + _field(_PAGE_SCRIPT_HASH, script)))
    learner.check(await _run(learner))


async def _run(learner: Learner) -> str:
    """Return all that one run of the script sends, up to the table after the total."""
    text = ""
    while not (amount(text) and "Montant" in text):
        text += (await learner.hear()).decode("utf-8", "replace")
    return text


def _field(number: int, content: bytes | str) -> bytes:
    content = content.encode() if isinstance(content, str) else content
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _flag(number: int, value: bool) -> bytes:
    return _varint(number << 3 | _VARINT) + _varint(int(value))


def _varint(value: int) -> bytes:
    low, value = value & _LOW_BITS, value >> 7
    return bytes([low | 0x80]) + _varint(value) if value else bytes([low])


async def panel(learner: Learner) -> None:
    """Do what Bokeh's page does: open a session, get its document, then change two models and send a click."""
    html = await learner.page()
    token = re.search(r'"token":"([\w-]+)"', html)[1]
    await learner.open("/app/ws", ["bokeh", token])
    await _message(learner, "ACK")
    await _tell(learner, "PULL-DOC-REQ", {})
    models = list(_models((await _message(learner, "PULL-DOC-REPLY"))["doc"]["roots"]))
    start = _model(models, "DatePicker", "Du")
    care = _model(models, "Checkbox", payments.KINDS["care"])
    button = _model(models, "Button", "Rechercher")
    changes = ((start, "value", learner.start.isoformat()), (care, "active", "care" in learner.kinds))
    for model, attribute, value in changes:
        change = {"kind": "ModelChanged", "model": {"id": model}, "attr": attribute, "new": value}
        await _tell(learner, "PATCH-DOC", {"events": [change]})
    about = {"type": "map", "entries": [["model", {"id": button}]]}
    click = {"type": "event", "name": "button_click", "values": about}
    sent = {"kind": "MessageSent", "msg_type": "bokeh_event", "msg_data": click}
    await _tell(learner, "PATCH-DOC", {"events": [sent]})
    while True:
        patch = json.dumps(await _message(learner, "PATCH-DOC"), ensure_ascii=False)
        if amount(patch):
            return learner.check(patch)


async def _tell(learner: Learner, kind: str, content: dict[str, Any]) -> None:
    for part in ({"msgid": uuid4().hex.upper(), "msgtype": kind}, {}, content):
        await learner.say(part)


async def _message(learner: Learner, kind: str) -> dict[str, Any]:
    """Return the content of the next message of a kind."""
    while True:
        header, _, content = [json.loads(await learner.hear()) for _ in range(3)]
        if header["msgtype"] == kind:
            return content


def _models(node: Any) -> Any:
    """Yield every model of a document: its class, its id, its attributes."""
    if isinstance(node, dict):
        if "attributes" in node:
            yield node["name"], node["id"], node["attributes"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _models(child)


def _model(models: list[tuple[str, str, dict]], kind: str, words: str) -> str:
    found = (i for name, i, a in models if kind in name and words in (a.get("title"), a.get("label"), a.get("name")))
    return next(found)
