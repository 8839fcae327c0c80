// Joins the screens of a page with their sessions on the server, over one websocket. The page's head has opened it, so
// that the first answers may be here already (frame.html.j2). Each action has a number, and is kept until its answer has
// come; after a cut it is sent again, and the server, which knows the number, gives the answer again: nothing is done
// twice. A server that has forgotten the page makes its sessions anew from what this browser keeps: the page goes on.
import { mount } from "./screen.js";

const WAITS = [250, 500, 1000, 2000, 4000, 8000]; // ms between attempts
const SILENCE = 6000; // ms without an answer before a connection counts as cut
const MOMENT = 1000; // ms without an answer before the learner sees that it is coming
const WAIT = "Un instant…";
const TACT = 1500; // ms of cut before the learner hears of it
const CHANGED = "Ce chapitre a changé depuis que vous l'avez ouvert. Votre travail est gardé. Cliquez sur le bouton pour continuer.";
const STOPPED = "La page s'est arrêtée. Votre travail est gardé. Cliquez sur le bouton pour continuer.";

const door = window.atelierDoor;
const [lost, gone] = ["page-lost", "page-gone"].map((id) => document.getElementById(id));
const screens = new Map(); // key -> what takes the answers of a screen
const outbox = new Map(); // number -> action that has not been answered
let socket, life = null, opened = false; // `life`: which of the server's memories of this page we speak with
let number = 0, seen = 0; // of the last action, of the last answer
let silence, moment, worry, retry, attempt = 0, over = false;

function send(key, message) {
  const action = JSON.stringify({ n: ++number, to: key, seen, message });
  outbox.set(number, action);
  if (opened) post(action);
}

function post(text) {
  if (socket?.readyState !== WebSocket.OPEN) return;
  socket.send(text);
  expect(SILENCE);
  clearTimeout(moment);
  moment = setTimeout(() => { lost.textContent ||= WAIT; }, MOMENT);
}

function receive(data) {
  const said = JSON.parse(data);
  hold();
  if (said.gone) return stop(CHANGED);
  if (said.lost) return greet(); // it has made room for others, and forgot this page
  if (said.life) {
    for (const [key, answer] of said.open ?? []) screens.get(key)?.receive(answer);
    life = said.life;
    opened = true;
    outbox.forEach((action, n) => { if (n > (said.done ?? 0)) post(action); });
  } else if (said.n > seen) {
    seen = said.n;
    outbox.delete(said.n);
    screens.get(said.to)?.receive(said.answer);
    if (outbox.size) expect(SILENCE);
  }
}

// ---- The connection

function connect() {
  const mine = door.socket ?? new WebSocket(door.address);
  const early = door.early.splice(0);
  door.socket = undefined;
  socket = mine;
  mine.onopen = () => { if (mine === socket) greet(); };
  mine.onmessage = ({ data }) => { if (mine === socket) receive(data); };
  mine.onclose = () => { if (mine === socket) cut(); };
  expect(3 * SILENCE); // a whole class may be arriving
  if (mine.readyState > WebSocket.OPEN) return cut();
  early.forEach(receive); // the greeting went from the page's head
}

function greet() {
  opened = false;
  socket.send(door.greeting(life, seen));
  expect(3 * SILENCE);
}

function expect(patience) {
  clearTimeout(silence);
  silence = setTimeout(cut, patience);
}

function hold() {
  attempt = 0;
  for (const timer of [silence, moment, worry]) clearTimeout(timer);
  lost.textContent = "";
}

function cut() {
  clearTimeout(silence);
  opened = false;
  const old = socket;
  socket = undefined;
  old?.close();
  tellOfCut();
  clearTimeout(retry);
  if (!over) retry = setTimeout(connect, WAITS[Math.min(attempt++, WAITS.length - 1)]);
}

function wake() {
  if (over || document.hidden) return;
  if (socket?.readyState === WebSocket.OPEN) { if (opened) post(JSON.stringify({ seen })); }
  else if (!socket) { clearTimeout(retry); attempt = 0; connect(); }
}

function tellOfCut(after = TACT) {
  clearTimeout(worry);
  worry = setTimeout(() => { lost.textContent = "Connexion perdue. Nous essayons de la rétablir…"; }, after);
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

function bring(place) {
  const key = place.dataset.session;
  const screen = mount(place, (message) => send(key, message), () => { wake(); });
  screens.set(key, { receive(answer) { screen.receive(answer); place.dataset.state = "ready"; } });
  place.dataset.state = "live";
  if (place.contains(window.earlyButton)) window.earlyButton.click(); // clicked before there was anyone to listen
}

if (door) {
  tellOfCut(2 * SILENCE);
  try { document.querySelectorAll("[data-session]").forEach(bring); } catch (error) { console.error(error); stop(STOPPED); }
  if (!over) connect();
  addEventListener("online", wake);
  addEventListener("offline", () => { tellOfCut(); wake(); });
  addEventListener("pagehide", ({ persisted }) => { if (!persisted) socket?.close(1000); }); // the server may forget it
  addEventListener("pageshow", ({ persisted }) => { if (persisted) wake(); });
  document.addEventListener("visibilitychange", wake);
}
