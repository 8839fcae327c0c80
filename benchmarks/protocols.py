"""What a page of each server says to it, from the page's request to the answer to a first search."""

import json
import re
from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any
from uuid import uuid4

import payments
from learner import Learner, amount

_DOOR = re.compile(r'data-door="([^"]*)"')  #: of a page of ours


def _jupyter(learner: Learner, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    header = {"msg_id": uuid4().hex, "msg_type": kind, "session": learner.session, "username": "", "version": "5.3"}
    return {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content}


def _comm(learner: Learner, comm: str, data: dict[str, Any]) -> dict[str, Any]:
    return _jupyter(learner, "comm_msg", {"comm_id": comm, "data": data})


async def _heard(learner: Learner) -> tuple[str, dict[str, Any]]:
    message = json.loads(await learner.hear())
    return message["header"]["msg_type"], message["content"]


async def ours(learner: Learner) -> None:
    """Do what link.js and screen.js do: greet, wake the screen whose payments we know, search in it."""
    html = await learner.page()
    door = json.loads(unescape(_DOOR.search(html)[1]))
    _, *screens = re.split(r'data-session="(\w+)"', html)
    keys = screens[::2]
    searched = next(key for key, drawing in zip(keys, screens[1::2], strict=True) if payments.PEOPLE[1] in drawing)
    await learner.open(door["path"])
    about = {name: door[name] for name in ("chapter", "version", "edition")}
    await learner.say({"page": learner.session, **about, "life": None, "seen": 0, "open": [], "kept": {}})
    if not json.loads(await learner.hear())["life"]:
        raise ConnectionError("no greeting")
    resume = {"do": "resume", "answers": {"kept": {}}, "turn": 0}
    await learner.say({"n": 1, "to": searched, "seen": 0, "message": resume})
    if json.loads(await learner.hear())["to"] != searched:
        raise ConnectionError("not the session of the screen")
    answers = {
        "start": f"{learner.start:%d/%m/%Y}",
        "end": f"{payments.END:%d/%m/%Y}",
        "beneficiary": payments.EVERYBODY,
        **{f"kind_{kind}": "on" for kind in learner.kinds},
    }
    search = {"do": "search", "answers": answers, "turn": 1}
    await learner.say({"n": 2, "to": searched, "seen": 1, "message": search})
    said = json.loads(await learner.hear())
    if (said["n"], said["to"], said["answer"]["turn"]) != (2, searched, search["turn"]):
        raise ConnectionError("not the answer to this search")
    learner.check(said["answer"]["html"])


async def voila(learner: Learner) -> None:
    """Do what Voilà's front end does: ask for the state of all widgets, then set two, click one and read another."""
    html = await learner.page()
    kernel = re.search(r'"kernelId": ?"([\w-]+)"', html)[1]
    await learner.open(f"/api/kernels/{kernel}/channels?session_id={learner.session}")
    control = uuid4().hex
    await learner.say(_jupyter(learner, "kernel_info_request", {}))
    target = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
    await learner.say({**_jupyter(learner, "comm_open", target), "metadata": {"version": "1.0.0"}})
    await learner.say(_comm(learner, control, {"method": "request_states"}))
    states: dict[str, dict[str, Any]] = {}
    while not states:
        kind, content = await _heard(learner)
        if kind == "comm_msg" and content["comm_id"] == control:
            states = {id_: about["state"] for id_, about in content["data"]["states"].items()}
    ids = {cls: id_ for id_, state in states.items() for cls in state.get("_dom_classes", ())}
    start = next(id_ for id_, state in states.items() if state.get("description") == "Du")
    day = {"year": learner.start.year, "month": learner.start.month - 1, "date": learner.start.day}
    care = "care" in learner.kinds
    for widget, value in ((start, day), (ids["kind-care"], care)):
        await learner.say(_comm(learner, widget, {"method": "update", "state": {"value": value}, "buffer_paths": []}))
    before = states[ids["total"]]["value"]
    await learner.say(_comm(learner, ids["search"], {"method": "custom", "content": {"event": "click"}}))
    expected = payments.total(payments.search(learner.start, payments.END, payments.EVERYBODY, learner.kinds))
    while before != expected:  # ipywidgets sends nothing for a value that stays
        kind, content = await _heard(learner)
        if kind == "comm_msg" and content["comm_id"] == ids["total"]:
            return learner.check(content["data"]["state"]["value"])
    return None


async def solara(learner: Learner) -> None:
    """Do what Solara's page does: open a kernel of a chosen name, run the application, then untick, click and read."""
    await learner.page()
    await learner.open(f"/jupyter/api/kernels/{uuid4()}/channels?session_id={learner.session}")
    control = uuid4().hex
    await learner.say(_jupyter(learner, "kernel_info_request", {}))
    await learner.say(_jupyter(learner, "comm_open", {"comm_id": control, "target_name": "solara.control", "data": {}}))
    arguments = {"path": "/", "dark": False, "themes": {}, "appName": None}
    await learner.say(_comm(learner, control, {"method": "run", "args": arguments}))
    learner.start, learner.kinds = payments.START, [kind for kind in payments.KINDS if kind != "care"]
    button = box = None
    clicked = False
    while True:
        kind, content = await _heard(learner)
        state = content.get("data", {}).get("state", {}) if kind in ("comm_open", "comm_msg") else {}
        if state.get("_model_name") == "CheckboxModel" and state.get("label") == payments.KINDS["care"]:
            box = content["comm_id"]
        if state.get("_model_name") == "BtnModel" and "search" in str(state.get("class_")):
            button = content["comm_id"]
        if clicked and amount(json.dumps(state, ensure_ascii=False)):
            return learner.check(json.dumps(state, ensure_ascii=False))
        if box and button and not clicked and kind == "comm_msg" and content["comm_id"] == control:
            clicked = True
            untick = {"method": "update", "state": {"v_model": False}, "buffer_paths": []}
            click = {"method": "custom", "content": {"event": "click", "data": {}}}
            for widget, data in ((box, untick), (button, click)):
                await learner.say({**_comm(learner, widget, data), "buffers": []})


async def shiny(learner: Learner) -> None:
    """Do what Shiny's page does: tell all inputs, then click."""
    await learner.page()
    await learner.open("/websocket/")
    period = [learner.start.isoformat(), payments.END.isoformat()]
    inputs = {"search:shiny.action": 0, "person": payments.EVERYBODY, "kinds": list(payments.KINDS)}
    first = {"period:shiny.date": [payments.START.isoformat(), payments.END.isoformat()], **inputs}
    seen = {f".clientdata_output_{name}_hidden": False for name in ("total", "found")}
    await learner.say({"method": "init", "data": {**first, **seen, ".clientdata_url_search": ""}})
    while "total" not in json.loads(await learner.hear()).get("values", {}):
        pass
    then = {"period:shiny.date": period, "kinds": learner.kinds, "search:shiny.action": 1}
    await learner.say({"method": "update", "data": then})
    while True:
        values = json.loads(await learner.hear()).get("values", {})
        if "total" in values:
            return learner.check(values["total"])


async def static(learner: Learner) -> None:
    """Get the page: nothing else ever reaches its server."""
    if payments.EVERYBODY not in await learner.page():
        raise ConnectionError("not the page")


#: by the contestant's name; protocols_framed.py has those that do not speak JSON
PROTOCOLS: dict[str, Callable[[Learner], Awaitable[None]]] = {
    "static": static,
    "ours": ours,
    "voila": voila,
    "solara": solara,
    "shiny": shiny,
}
