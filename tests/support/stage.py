"""A bare page that hosts one screen: the real screen.js in a real browser, the real session in this process.

It stands in for Jupyter only, so that a test can look at the engine alone, hold an answer back, or lose it.
"""

import json
import re
from collections.abc import Sequence

from playwright.sync_api import Page

from atelier_ameli.site import Site
from practice import site as practice_site
from practice.scripts import screen_script
from practice.session import Session

ADDRESS = "http://localhost/stage"
_HTML = """<!doctype html><html lang="fr"><head><title>Scène</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<style>body{margin:8px;font-family:Arial}</style><style>%s</style></head>
<body><main><h1>Scène</h1><h2>Écran</h2><div id="stage">%s</div></main></body></html>"""
_HOST = """async ([source, html]) => {
  const { default: widget } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const heard = {}, held = [];
  const state = { html };
  let begin;
  const first = new Promise((resolve) => { begin = resolve; });
  const deliver = (answer) => {
    const { html = state.html, ...rest } = answer;
    state.html = html;
    heard["msg:custom"].forEach((call) => call(rest, []));
    document.body.dataset.answers = 1 + Number(document.body.dataset.answers ?? 0);
    begin();
  };
  window.release = () => { window.hold = false; held.splice(0).forEach(deliver); };
  const model = {
    get: (name) => state[name],
    on: (name, call) => (heard[name] ??= []).push(call),
    off: () => {},
    send: async (message) => {
      const answer = await window.receive(message);
      if (window.hold) held.push(answer); else deliver(answer);
    },
  };
  widget.render({ model, el: document.querySelector("#stage") });
  await first;
}"""


def put_on_stage(page: Page, screen: Session) -> list[dict]:
    """Show a screen; return the list of what the browser sends, which grows as it is used."""
    received: list[dict] = []
    show(page, site=screen.site)

    def receive(message: dict) -> dict:
        received.append(message)
        return json.loads(json.dumps(screen.answer(message)))

    page.expose_function("receive", receive)
    page.evaluate(_HOST, [screen_script(), screen.html])
    return received


def show(page: Page, html: str = "", site: type[practice_site.Site] | practice_site.Site = Site) -> None:
    """Show a drawing alone, with the style of its site."""
    body = _HTML % (site.stylesheet(), html)
    page.route(ADDRESS, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto(ADDRESS)


def tab_to(page: Page, role: str, name: str | re.Pattern) -> None:
    """Press Tab until what has this role and name has the focus, as someone without a mouse does."""
    target = page.get_by_role(role, name=name, exact=isinstance(name, str)).first.element_handle()
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


class Stage:
    """Windows of several sizes where one session after another is put, and answers as in a room.

    Nothing else is loaded. What a window does after a while is held: nobody waits until something is said.
    """

    def __init__(self, pages: Sequence[Page], style: str = "") -> None:
        self.pages, self.session = pages, None
        for page in pages:
            show(page)
            page.add_style_tag(content=style)
            page.evaluate(_LIVE, screen_script())

    def open(self, session: Session) -> None:
        """Put a session on the stage, in the place of the one before."""
        self.session, self.turn = session, 0
        session.answer({"turn": 0, "do": "resume", "answers": {"kept": {}}})
        for page in self.pages:
            page.evaluate("html => window.put(html)", session.html)

    def do(self, look: str, action: str, **answers: str) -> list[dict]:
        """Do one thing, and show what comes of it; return what a look, a function, finds then in each window."""
        self.turn += 1
        answer = self.session.answer({"turn": self.turn, "do": action, "answers": answers})
        answer = {**answer, "html": self.session.html, "file": None, "keep": None}
        return [
            page.evaluate(f"answer => {{ window.give(answer); return ({look})(); }}", answer) for page in self.pages
        ]

    def said(self) -> str:
        """Return what is said then, which depends on no size."""
        return self.pages[0].evaluate("window.said()")


_LIVE = """async (source) => {
  const { mount } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const stage = document.querySelector("#stage");
  const soon = []; // what is said, as a screen reader needs it, a moment after it was shown
  window.setTimeout = (act, after) => { if (after <= 100) soon.push(act); };
  window.said = () => {
    soon.splice(0).forEach((act) => act());
    return document.querySelector("[role=status]").textContent;
  };
  let screen;
  window.put = (html) => {
    screen?.stop();
    stage.innerHTML = `<div class="atelier-live">${html}</div><p class="atelier-sr" role="status"></p>`;
    screen = mount(stage, () => {}, () => "");
    screen.receive({ turn: 0 });
    scrollTo(0, 0);
  };
  window.give = (answer) => screen.receive(answer);
}"""
