// The trainer's pages of a room: they show the pieces that Python draws, and tell it what was done. No rule is here.
import { morph } from "./screen.js";

const WAITS = [250, 500, 1000, 2000, 4000]; // ms between attempts
const TACT = 1500; // ms of cut before it is told
const LOST = "Connexion perdue avec l'atelier. Nous essayons de la rétablir…";
const find = (id) => document.getElementById(id);
const list = find("room-seats"), said = find("room-said"), lost = find("page-lost");
let socket, attempt = 0, over = false, worry, left, seen;

document.documentElement.dataset.scripts = "here"; // the page is whole (early.js)
find("page-gone").textContent = "";

function show(id, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const fresh = holder.content.querySelector(`[id="${id}"]`), old = find(id);
  if (old) morph(old, fresh); else if (list) list.append(fresh);
}

// What has the focus stays in its place in the document, and the others go around it: moved, it would lose the focus.
function arrange(order) {
  for (const one of [...list.children]) if (!order.includes(one.id)) one.remove();
  const rows = order.map(find);
  if (rows.every((row, at) => list.children[at] === row)) return;
  const held = rows.findIndex((row) => row.contains(document.activeElement));
  rows.forEach((row, at) => {
    if (at < held) list.insertBefore(row, rows[held]);
    else if (at !== held) list.append(row);
  });
}

// The row that is being used stays where it is in the window.
const used = () => list && [...list.children].find((row) => row.contains(document.activeElement) || row.matches(":hover"));

function receive({ pieces, order, say, focus, over: closed }) {
  const anchor = used(), top = anchor ? anchor.getBoundingClientRect().top : 0, active = document.activeElement;
  for (const [id, html] of Object.entries(pieces || {})) show(id, html);
  if (order) arrange(order);
  if (anchor && anchor.isConnected) scrollBy(0, anchor.getBoundingClientRect().top - top);
  if (say) said.textContent = said.textContent === say ? `${say} ` : say;
  const target = focus && find(focus);
  if (target) target.focus();
  else if (!active.isConnected && anchor && anchor.isConnected) anchor.querySelector("h2").focus({ preventScroll: true });
  follow();
  if (closed) { over = true; socket.close(1000); }
}

// Of a screen that is shown, what its learner looks at is in view.
function follow() {
  const screen = document.querySelector("[data-view]"), view = screen && screen.dataset.view.split(" ")[0];
  const place = view && view !== seen && find(view), box = place && place.closest(".projector-screen");
  seen = view;
  if (box) box.scrollTop += place.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4;
}

function connect() {
  const { protocol, host } = location;
  socket = new WebSocket(`${protocol === "https:" ? "wss" : "ws"}://${host}${document.body.dataset.pieces}`);
  socket.onopen = () => { attempt = 0; clearTimeout(worry); worry = 0; lost.textContent = ""; };
  socket.onmessage = ({ data }) => receive(JSON.parse(data));
  socket.onclose = () => {
    if (over || left) return;
    if (!worry) worry = setTimeout(() => { lost.textContent = LOST; }, TACT);
    setTimeout(connect, WAITS[Math.min(attempt++, WAITS.length - 1)]);
  };
}

const tell = (message) => { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message)); };

document.addEventListener("click", ({ target, detail }) => {
  const button = target.closest("button[data-action]");
  if (button && detail < 2) tell({ do: button.dataset.action, seat: button.value });
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  tell({ do: event.target.dataset.action, ...Object.fromEntries(new FormData(event.target)) });
});
document.addEventListener("change", ({ target }) => { if (target.dataset.live) tell({ do: target.dataset.live, [target.name]: target.value }); });
document.addEventListener("keydown", ({ key }) => {
  const close = key === "Escape" && document.querySelector("[aria-keyshortcuts=Escape]");
  if (close) close.click();
});
addEventListener("pagehide", () => { left = true; });
addEventListener("pageshow", ({ persisted }) => { if (persisted) { left = false; connect(); } });
connect();
