// A learner's work in a file of her own, for another computer: what this browser keeps, and no more. Nothing of it is secret.
import { save } from "./screen.js";

const PREFIX = "atelier:", LARGEST = 5e6; // letters
const NAME = "mon-travail-atelier.json";
const NOT_OURS = `Ce fichier n'est pas celui de l'atelier. Choisissez le fichier « ${NAME} ».`;
const REFUSED = "Ce navigateur ne peut pas garder votre travail. Rien n'a changé.";
const told = document.getElementById("page-carried");

function kept() {
  try { return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX))); } catch { return {}; }
}
const isOurs = (items) => Object.entries(items).every(([key, text]) => key.startsWith(PREFIX) && typeof text === "string");

async function takeUp(file) {
  let items = null;
  try { if (file.size < LARGEST) items = JSON.parse(await file.text()); } catch { /* not even JSON */ }
  if (!items || Array.isArray(items) || typeof items !== "object" || !isOurs(items)) { told.textContent = NOT_OURS; return; }
  try {
    for (const [key, text] of Object.entries(items)) localStorage.setItem(key, text);
  } catch { told.textContent = REFUSED; return; }
  location.reload();
}

document.getElementById("page-carry")?.addEventListener("click", () => {
  const letters = btoa(unescape(encodeURIComponent(JSON.stringify(kept()))));
  save({ name: NAME, type: "application/json", content: letters });
  told.textContent = `Votre travail est dans vos téléchargements : « ${NAME} ».`;
});
document.getElementById("page-carried-file")?.addEventListener("change", ({ target }) => {
  const [file] = target.files;
  target.value = "";
  if (file) takeUp(file);
});
