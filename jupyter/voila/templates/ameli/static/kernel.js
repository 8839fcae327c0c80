// Joins the screens of a page with their kernel: Jupyter's messages as far as widgets need them, and what anywidget gives
// a front end (model and el). Each message is kept until the kernel says that it is done. After a cut it is sent again
// as it was, and the kernel, which knows it by its signature, refuses what it has already had: nothing is done twice.
import screenModule from "./screen.js";

const WAITS = [250, 500, 1000, 2000, 4000, 8000]; // ms between attempts
const SILENCE = 6000; // ms without an answer before a connection counts as cut
const TACT = 1500; // ms of cut before the learner hears of it
const STOPPED = "La page s'est arrêtée. Votre travail est gardé. Cliquez sur le bouton pour continuer.";
const UNSURE = "La connexion a été coupée pendant votre action. Cliquez sur le bouton, puis recommencez cette action.";

const cells = document.getElementById("page-cells");
const [lost, gone] = ["page-lost", "page-gone"].map((id) => document.getElementById(id));
const screens = [...cells.querySelectorAll("[data-model-id]")];
const { kernel, base } = cells.dataset;
const here = `${base}api/kernels/${kernel}`;
const unique = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const session = unique(); // the same after a cut: the server then hands over what was said meanwhile
const models = new Map();
const outbox = new Map(); // id -> message that the kernel has not said to be done
const doubtful = new Set(); // ids of those that were sent on a connection since cut
let socket, ping, silence, worry, retry, attempt = 0, asking = false, over = false;

// ---- Messages

function message(msg_type, content) {
  const header = { msg_id: unique(), msg_type, session, username: "", version: "5.3", date: new Date().toISOString() };
  return { id: header.msg_id, text: JSON.stringify({ channel: "shell", header, parent_header: {}, metadata: {}, content }) };
}

function post(kept) {
  if (socket?.readyState !== WebSocket.OPEN) return;
  socket.send(kept.text);
  kept.sent = true;
}

function receive(data) {
  if (typeof data !== "string") return; // with binary buffers: for a widget that is not ours
  const { header, parent_header: parent, content } = JSON.parse(data);
  if (header.msg_type === "comm_msg") models.get(content.comm_id)?.receive(content.data);
  else if (header.msg_type === "comm_info_reply" && parent.msg_id === ping) {
    if (screens.every((screen) => content.comms?.[screen.dataset.modelId])) hold();
    else stop(STOPPED); // another kernel under the same name: it has been restarted
  } else if (header.msg_type === "status") {
    if (/dead|restarting/.test(content.execution_state)) stop(STOPPED);
    if (content.execution_state !== "idle") return; // « busy » comes before the answer, which a cut may still swallow
    outbox.delete(parent?.msg_id);
    doubtful.delete(parent?.msg_id);
    if (doubtful.size && parent?.msg_id === ping) stop(UNSURE); // done, and its answer lost
  }
}

class Model {
  state = {};
  changed = {};
  listeners = new Map();
  constructor(id) { this.id = id; }
  get(name) { return this.state[name]; }
  set(name, value) { this.state[name] = this.changed[name] = value; this.emit(`change:${name}`, value); }
  save_changes() { this.tell({ method: "update", state: this.changed, buffer_paths: [] }); this.changed = {}; }
  send(content) { this.tell({ method: "custom", content }); }
  on(name, listener) { this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener)); }
  off(name, listener) { if (listener) this.listeners.get(name)?.delete(listener); else this.listeners.delete(name); }
  emit(name, ...values) { for (const listener of this.listeners.get(name) ?? []) listener(...values); }
  tell(data) {
    const kept = message("comm_msg", { comm_id: this.id, data });
    outbox.set(kept.id, kept);
    post(kept);
  }
  receive({ method, state, content }) {
    if (method === "custom") this.emit("msg:custom", content, []);
    if (method !== "update") return;
    Object.assign(this.state, state);
    for (const name of Object.keys(state)) this.emit(`change:${name}`, state[name]);
  }
}

// ---- The connection

function connect() {
  const mine = window.earlySocket ?? new WebSocket(new URL(`${here}/channels?session_id=${session}`, location.href).href.replace(/^http/, "ws"));
  window.earlySocket = undefined;
  socket = mine;
  mine.onopen = () => { mine.onopen = null; outbox.forEach(post); ask(); };
  mine.onmessage = ({ data }) => { if (mine === socket) receive(data); };
  mine.onclose = () => { if (mine === socket) cut(); };
  expect(3 * SILENCE); // a whole class may be arriving
  if (mine.readyState === WebSocket.OPEN) mine.onopen(); // it was early
  else if (mine.readyState !== WebSocket.CONNECTING) cut();
}

function ask() { // are the screens still there?
  const question = message("comm_info_request", {});
  ping = question.id;
  post(question);
  expect(SILENCE);
}

function expect(patience) {
  clearTimeout(silence);
  silence = setTimeout(cut, patience);
}

function hold() {
  attempt = 0;
  clearTimeout(silence);
  clearTimeout(worry);
  lost.textContent = "";
}

function cut() {
  for (const { id, sent } of outbox.values()) if (sent) doubtful.add(id);
  clearTimeout(silence);
  const old = socket;
  socket = undefined;
  old?.close();
  tellOfCut();
  retry = setTimeout(again, WAITS[Math.min(attempt++, WAITS.length - 1)]);
}

async function again() {
  if (asking || over) return;
  asking = true;
  const answer = await fetch(here, { cache: "no-store", signal: AbortSignal.timeout?.(SILENCE) }).catch(() => null);
  asking = false;
  if (over) return;
  if (answer?.status === 404) stop(STOPPED);
  else if (answer?.ok) connect();
  else cut();
}

function wake() {
  if (over || document.hidden) return;
  if (socket?.readyState === WebSocket.OPEN) ask();
  else if (!socket) { clearTimeout(retry); attempt = 0; again(); }
}

function tellOfCut(after = TACT) {
  clearTimeout(worry);
  worry = setTimeout(() => { lost.textContent ||= "Connexion perdue. Nous essayons de la rétablir…"; }, after);
}

function stop(why) {
  if (over) return;
  over = true;
  hold();
  clearTimeout(retry);
  const old = socket;
  socket = undefined;
  old?.close();
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Reprendre" });
  button.addEventListener("click", () => location.reload());
  gone.append(Object.assign(document.createElement("p"), { textContent: why }), button);
}

// ---- The page

function bring(screen) {
  const model = new Model(screen.dataset.modelId);
  models.set(model.id, model);
  screenModule.render({ model, el: screen });
  screen.dataset.state = "live";
  model.on("msg:custom", () => { screen.dataset.state = "ready"; });
  if (screen.contains(window.earlyButton)) window.earlyButton.click(); // clicked before there was anyone to listen
}

function leave() { // with Tornado's proof that the request comes from a page of its own, for which Voilà sets no cookie
  const proof = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? session;
  document.cookie = `_xsrf=${proof}; path=${base}; SameSite=Strict`;
  const form = new FormData();
  form.append("_xsrf", proof);
  navigator.sendBeacon(`${base}voila/api/shutdown/${kernel}`, form);
}
addEventListener("pagehide", ({ persisted }) => { if (!persisted) leave(); });
if (screens.length) {
  connect();
  tellOfCut(2 * SILENCE);
  try { screens.forEach(bring); } catch (error) { console.error(error); stop(STOPPED); }
  addEventListener("online", wake);
  addEventListener("offline", () => { tellOfCut(); wake(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) wake(); });
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("atelier:lost", (event) => { event.preventDefault(); wake(); });
} else if (kernel && !document.getElementById("jupyter-config-data")) leave(); // nothing here needs a kernel
