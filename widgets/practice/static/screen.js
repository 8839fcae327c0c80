// The browser's half of a screen: it shows what Python drew and tells Python what was done. No rule lives here.
import { group, hideCodes, putBack, settle } from "./fields.js";
import { bringIntoView, focusOn } from "./frame.js";
import { copy, save } from "./give.js";
import { keep, read } from "./kept.js";
import { morph } from "./morph.js";
import { keepReading, readAloud, speech, voice } from "./voice.js";

const PATIENCE = 10000; // ms without an answer before the page says that the connection may be lost
const TYPING_PAUSE = 150; // ms until what is typed is told
const TYPING_MOST = 1000; // ms that it may wait for a pause
const READ_LONG_AGO = 10000; // ms until a status that was said is emptied

// Bring a drawn screen to life. `el` holds its drawing and its status; `send` takes what was done, `receive` gives back
// what came of it. The first answer, turn 0, says how the learner left it. `late` says what to tell her when an answer
// does not come, or nothing: then one goes on waiting.
export function mount(el, send, late, keepItems = keep) {
  const live = el.querySelector(".atelier-live"), status = el.querySelector(".atelier-sr[role=status]");
  const waiting = new Map([[0, undefined]]); // turn -> the form or button that was used
  let turn = 0, typing, typedSince = 0, hush, focused, submitter, seen, moment;
  live.setAttribute("aria-busy", "true");

  const say = (text) => { status.textContent = ""; clearTimeout(hush); hush = setTimeout(() => {
    status.textContent = text;
    hush = setTimeout(() => { status.textContent = ""; }, READ_LONG_AGO);
  }, 50); };
  const tell = (action, sent, used) => {
    if (used && [...waiting.values()].includes(used)) return; // a second click says nothing new
    waiting.set(++turn, used);
    live.setAttribute("aria-busy", "true");
    send({ do: action, answers: sent, turn });
    setTimeout(miss, PATIENCE, turn);
  };
  const miss = (which) => {
    const words = waiting.has(which) && late();
    if (!words) return;
    say(words);
    waiting.delete(which);
    live.removeAttribute("aria-busy");
  };
  const show = (html) => {
    const fresh = live.cloneNode(false);
    fresh.innerHTML = html;
    morph(live, fresh);
    hideCodes(live);
    offerToRead();
    keepReading();
  };
  const offerToRead = () => { for (const button of live.querySelectorAll("[data-read]")) button.hidden = !voice(); };
  const receive = (answer) => {
    if (answer.html !== undefined) show(answer.html);
    const used = waiting.get(answer.turn);
    waiting.delete(answer.turn);
    if (!waiting.size) live.removeAttribute("aria-busy");
    if (used?.isConnected && used.elements) settle(used);
    if (answer.keep) keepItems(answer.keep);
    if (answer.file) save(answer.file);
    if (answer.say) say(answer.say);
    if (answer.turn === 0) { putBack(live); takeFromAddress(); }
    const target = answer.focus && document.getElementById(answer.focus);
    if (target) focusOn(target);
    else if (focused && !focused.isConnected) live.querySelector(".site h3")?.focus();
    const exercise = live.querySelector(".atelier-exercise");
    if (exercise) measure(exercise.querySelector(".task-bar"));
    if (exercise && (target || seen !== exercise.dataset.view) && answer.turn) bringIntoView(exercise);
    else if (target) target.scrollIntoView({ block: isLowTitle(target) ? "start" : "nearest" }); // what it is the title of is seen, too
    seen = exercise?.dataset.view;
    goOn();
  };

  // What an address brings for a place, as `#reprise=…`, is told once, and taken off the address: it is nobody else's.
  const takeFromAddress = () => {
    const [, name, text] = /^#(\w+)=(\w+)$/.exec(location.hash) ?? [];
    const place = name && live.querySelector(`[data-fragment="${name}"]`);
    if (!place) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    tell(place.dataset.found, { text });
  };
  const isLowTitle = (place) => /^H\d$/.test(place.nodeName) && place.getBoundingClientRect().top > innerHeight / 2;
  const measure = (bar) => live.style.setProperty("--a-bar", `${bar.offsetHeight}px`);
  // A demonstration goes on by itself: Python says at which button, and after how long. Nobody sees it: it waits.
  const goOn = () => {
    clearTimeout(moment);
    const next = live.querySelector("[data-after]");
    if (next) moment = setTimeout(() => { if (document.hidden || !next.offsetParent) goOn(); else next.click(); }, Number(next.dataset.after));
  };

  const onSubmit = (event) => {
    event.preventDefault();
    clearTimeout(typing);
    typedSince = 0;
    const used = event.submitter || (submitter && submitter.form === event.target ? submitter : null); // Safari before 15.4 names none
    submitter = null;
    const { dataset } = used && used.dataset.action ? used : event.target; // a form may have two ends
    tell(dataset.action, Object.fromEntries(new FormData(event.target)), event.target);
  };
  const onClick = (event) => {
    if (event.detail > 1) { event.preventDefault(); return; } // the second half of a double click, perhaps on what came in the meantime
    const button = event.target.closest("button");
    const link = event.target.closest(".atelier a[href^='#']");
    if (button && button.type === "submit") submitter = button;
    if (link) { event.preventDefault(); document.getElementById(link.hash.slice(1))?.focus(); }
    else if (button?.dataset.copy) say(copy(button.dataset.copy) ? "Copié." : "La copie n'a pas marché. Recopiez à la main.");
    else if (button?.dataset.read) readAloud(button, () => [toRead(button)]);
    else if (button?.dataset.action && button.type !== "submit") tell(button.dataset.action, button.name ? { [button.name]: button.value } : {}, button);
  };
  const onInput = (event) => {
    const { target } = event;
    if (target.dataset.groups && !event.isComposing) group(target); // what a keyboard is still composing is its own
    const form = target.form;
    if (!form?.dataset.live || target.type === "file") return;
    clearTimeout(typing);
    typedSince = typedSince || Date.now();
    typing = setTimeout(tellTyped, Math.max(0, Math.min(TYPING_PAUSE, typedSince + TYPING_MOST - Date.now())), form);
  };
  const tellTyped = (form) => {
    typedSince = 0;
    if (form.isConnected) tell(form.dataset.live, Object.fromEntries(new FormData(form)));
  };
  const toRead = (button) => button.dataset.read.split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
  // A real file is never needed: Python says so, kindly. It is not read, and nothing of it is sent, not even its name.
  const onChange = ({ target }) => { if (target.type === "file") { target.value = ""; tell("real_file", {}); } };
  const onDrag = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // or the browser would open it
    if (event.type === "drop") tell("real_file", {});
  };
  const onFocus = (event) => { focused = event.target; };
  for (const [type, listener] of [["submit", onSubmit], ["click", onClick], ["input", onInput], ["compositionend", onInput], ["focusin", onFocus], ["change", onChange], ["dragover", onDrag], ["drop", onDrag]]) live.addEventListener(type, listener);
  addEventListener("hashchange", takeFromAddress);
  speech?.addEventListener?.("voiceschanged", offerToRead);
  offerToRead();
  hideCodes(live);
  return { receive, stop() { removeEventListener("hashchange", takeFromAddress); speech?.removeEventListener?.("voiceschanged", offerToRead); clearTimeout(typing); clearTimeout(moment); } };
}

// A screen in a notebook: anywidget's model carries messages to Python, and the drawing. What a learner types there is
// not for JupyterLab, whose one-key commands delete a cell or stop Python. Its commands of two keys, as Ctrl+S, are.
const STOPPED = "Python s'est arrêté : cet écran ne répond plus. Votre travail est gardé. En haut de la page, cliquez sur « Exécuter tout ».";
export default {
  render({ model, el }) {
    el.innerHTML = `<div class="atelier-guest"><p class="atelier-stopped" role="alert" hidden></p><div class="atelier-live">${model.get("html")}</div><p class="atelier-sr" role="status"></p></div>`;
    const alert = el.querySelector(".atelier-stopped");
    const stopped = () => { alert.textContent = STOPPED; alert.hidden = false; };
    const send = (message) => { try { model.send(message); } catch { stopped(); } }; // there may be no Python any more
    const screen = mount(el, send, () => { stopped(); return STOPPED; });
    const answered = (answer) => { alert.hidden = true; screen.receive({ html: model.get("html"), ...answer }); };
    const closed = function () { if (this?.model?.comm_live !== true) stopped(); }; // anywidget calls it for its view
    const typed = (event) => { if (event.key === "Enter" || !(event.ctrlKey || event.metaKey)) event.stopPropagation(); };
    el.addEventListener("keydown", typed);
    model.on("msg:custom", answered);
    model.on("comm_live_update", closed);
    model.send({ do: "resume", answers: { kept: read("atelier:") }, turn: 0 });
    return () => { el.removeEventListener("keydown", typed); model.off("msg:custom", answered); model.off("comm_live_update", closed); screen.stop(); };
  },
};
