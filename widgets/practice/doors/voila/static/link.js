// Joins the screens of a page with their sessions, over what `door.open` gives: a websocket, or what is used like one. The page's head has opened it, so
// that the first answers may be here already (frame.html.j2). Each action has a number, and is kept until its answer has
// come; after a cut it is sent again, and the server, which knows the number, gives the answer again: nothing is done
// twice. A screen comes to life when its step is first shown: its first action sends what this browser keeps. A server
// that has forgotten the page makes the sessions of these screens anew from what this browser keeps: the page goes on.
import { isKept, keeper } from "./keeping.js";
import { markHere, whenShown } from "./path.js";
import { mount } from "./screen.js";

const WAITS = [250, 500, 1000, 2000, 4000, 8000]; // ms between attempts
const SILENCE = 5000; // ms without an answer before a connection counts as cut
const MOMENT = 1000; // ms without an answer before the learner sees that it is coming
const WAIT = "Un instant…";
const TACT = 1500; // ms of cut before the learner hears of it
const ARRIVAL = 6000; // ms for a page's first answers
const LONGEST = 200000; // letters of an action: the server hears no longer ones
const FULL = 1013, RESTARTS = 1012; // how the server ends a connection when it has no more room, and when it stops
const SPREAD = 1000; // ms in which the pages of a server that stops come back, not all at once
const NETWORK = {
  LOST: "Connexion perdue. Nous essayons de la rétablir…",
  BLOCKED: "Les exercices n'arrivent pas. Nous essayons encore… Si cela dure, appelez votre formateur ou votre formatrice : " +
  "le réseau bloque peut-être les liaisons « websocket ».",
};
const CROWDED = "L'atelier est plein pour l'instant. Nous essayons encore, sans rien perdre…";
const PAUSED = "L'atelier est arrêté pour l'instant. Nous essayons encore, sans rien perdre…";
const GO_ON_HERE = "Continuer ici", RESUME = "Reprendre", RELOAD = "Recharger la page";
const TOO_LONG = "Ce texte est trop long. Raccourcissez-le.";
const CHANGED = "Ce chapitre a changé depuis que vous l'avez ouvert.";
const STOPPED = "La page s'est arrêtée.";
const ELSEWHERE = "Ce chapitre est ouvert dans un autre onglet, et vous y avez avancé. Fermez l'un des deux onglets.";

const door = window.atelierDoor;
const { LOST, BLOCKED } = { ...NETWORK, ...door?.words }; // what does not come, in the words of what joins us
const [lost, gone] = ["page-lost", "page-gone"].map((id) => document.getElementById(id));
const screens = new Map(); // key -> what takes the answers of a screen
const outbox = new Map(); // number -> action that has not been answered
let socket, life = null, opened = false; // `life`: which of the server's memories of this page we speak with
let number = 0, seen = 0; // of the last action, of the last answer
let silence, moment, worry, retry, attempt = 0, over = false, arrived = false, trouble = LOST;

function send(key, message) {
  const action = JSON.stringify({ n: number + 1, to: key, seen, message });
  if (action.length > LONGEST && message.do !== "resume") return refuse(key, message.turn);
  number++;
  outbox.set(number, action);
  if (opened) post(action);
}

function refuse(key, turn) {
  screens.get(key)?.receive({ turn, say: TOO_LONG });
  gone.textContent = TOO_LONG;
  setTimeout(() => { if (!over) gone.textContent = ""; }, 2 * SILENCE);
}

function post(text) {
  if (socket?.readyState !== WebSocket.OPEN) return;
  socket.send(text);
  expect(SILENCE);
  clearTimeout(moment);
  moment = setTimeout(() => { if (!lost.textContent) lost.textContent = WAIT; }, MOMENT);
}

function receive(data) {
  const said = JSON.parse(data);
  hold();
  if (said.room) return hearRoom(said.room);
  if (said.gone) return stop(CHANGED);
  if (said.lost) return greet(); // it has made room for others, and forgot this page
  if (said.life) {
    for (const [key, answer] of said.open ?? []) screens.get(key)?.receive(answer);
    life = said.life;
    opened = arrived = true;
    if (classroom) classroom.then(({ begin }) => begin(), () => {});
    trouble = LOST;
    outbox.forEach((action, n) => { if (n > (said.done ?? 0)) post(action); });
  } else if (said.n > seen) {
    seen = said.n;
    outbox.delete(said.n);
    screens.get(said.to)?.receive(said.answer);
    if (outbox.size) expect(SILENCE);
  }
}

// A trainer's room, for a tablet that has a seat in it: what it says is for classroom.js, which nobody else asks for.
const CLASSROOM = "./classroom.js";
let classroom;
function hearRoom(told) {
  classroom = classroom ?? import(CLASSROOM);
  classroom.then(({ hear }) => hear(told, tellRoom), (error) => { classroom = null; console.error(error); });
}

function tellRoom(words, awaited) {
  if (!opened || socket?.readyState !== WebSocket.OPEN) return;
  const text = JSON.stringify({ room: words });
  if (awaited) post(text); else socket.send(text);
}

// ---- The connection

function connect() {
  const mine = door.socket ?? door.open();
  const early = door.early.splice(0);
  door.socket = undefined;
  socket = mine;
  mine.onopen = () => { if (mine === socket) greet(); };
  mine.onmessage = ({ data }) => { if (mine === socket) receive(data); };
  mine.onclose = ({ code, reason }) => { if (mine === socket) if (reason) stop(reason, RELOAD); else cut(code); };
  expect(3 * SILENCE); // a whole class may be arriving
  if (mine.readyState > WebSocket.OPEN) return cut();
  early.forEach(receive); // the greeting went from the page's head
}

function greet() {
  opened = false;
  socket.send(door.greeting(life, seen, [...screens.keys()]));
  expect(3 * SILENCE);
}

function expect(patience) {
  clearTimeout(silence);
  silence = setTimeout(() => { cut(); tellOfCut(0); }, patience);
}

function hold() {
  attempt = 0;
  for (const timer of [silence, moment, worry]) clearTimeout(timer);
  worry = 0;
  lost.textContent = "";
}

function cut(code) {
  clearTimeout(silence);
  opened = false;
  const old = socket;
  socket = undefined;
  old?.close();
  if (code === FULL) trouble = CROWDED;
  if (code === RESTARTS) trouble = PAUSED;
  if (arrived || code === FULL) tellOfCut();
  clearTimeout(retry);
  const wait = WAITS[Math.min(attempt++, WAITS.length - 1)];
  if (!over) retry = setTimeout(connect, code === RESTARTS ? Math.random() * SPREAD : wait);
}

function wake() {
  if (over || document.hidden) return;
  if (socket?.readyState === WebSocket.OPEN) { if (opened) post(JSON.stringify({ seen })); }
  else if (!socket) { clearTimeout(retry); attempt = 0; connect(); }
}

function tellOfCut(after = TACT) {
  if (worry && after) return; // it is coming
  clearTimeout(worry);
  worry = setTimeout(() => { lost.textContent = trouble; }, after);
}

function stop(why, act = RESUME) {
  if (over) return;
  over = true;
  hold();
  clearTimeout(retry);
  const old = socket;
  socket = undefined;
  old?.close(1000);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "main", textContent: act });
  button.addEventListener("click", window.atelierReload);
  const words = act !== RESUME || door.apart || !isKept() ? why : `${why} Votre travail est gardé. Cliquez sur le bouton pour continuer.`;
  gone.textContent = "";
  gone.append(Object.assign(document.createElement("p"), { textContent: words }), button);
}

// ---- The page

function bring(place) {
  const key = place.dataset.session ?? place.dataset.contents;
  const screen = mount(place, (message) => send(key, message), () => { wake(); }, keepHere);
  screens.set(key, { receive(answer) { screen.receive(answer); place.dataset.state = "ready"; if (place === contents) markHere(); } });
  place.dataset.state = "live";
  resume(key);
  if (place.contains(window.earlyButton)) window.earlyButton.click(); // clicked before there was anyone to listen
}

const resume = (key) => send(key, { do: "resume", answers: { kept: door.kept() }, turn: 0 });
// The contents say what is done by now: they come to life, or are drawn anew, whenever they are opened.
const contents = document.querySelector("[data-contents]");
const openContents = () => { if (contents.dataset.state) resume(contents.dataset.contents); else bringSafely(contents); };
const bringSafely = (place) => { try { bring(place); } catch (error) { console.error(error); stop(STOPPED); } };
const keepHere = door && (door.apart ? () => {} : keeper(door, () => stop(ELSEWHERE, GO_ON_HERE)));
if (door) {
  trouble = BLOCKED;
  tellOfCut(Math.max(1, door.began + ARRIVAL - performance.now()));
  document.querySelectorAll("[data-session]").forEach((place) => whenShown(place, bringSafely));
  contents?.closest("details").addEventListener("toggle", ({ target }) => { if (target.open) openContents(); });
  if (!over) connect();
  addEventListener("online", wake);
  addEventListener("offline", () => { tellOfCut(); wake(); });
  addEventListener("pagehide", ({ persisted }) => { if (!persisted) socket?.close(1000); }); // the server may forget it
  addEventListener("pageshow", ({ persisted }) => { if (persisted) wake(); });
  document.addEventListener("visibilitychange", wake);
}
