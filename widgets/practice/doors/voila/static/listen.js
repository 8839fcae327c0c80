// A chapter's texts read aloud, by the voice that reads the screens: line by line, as a long text stops some voices.
import { readAloud, speech, stopReading, voice } from "./screen.js";

const offerTexts = () => { for (const row of document.querySelectorAll(".page-listen")) row.hidden = !voice(); };
speech?.addEventListener?.("voiceschanged", offerTexts);
offerTexts();
document.addEventListener("click", ({ target, detail }) => {
  const row = detail < 2 && target.closest(".page-listen");
  if (row) readAloud(row.querySelector("button"), () => row.previousElementSibling.innerText.split(/\n+/).filter((line) => line.trim()));
});
addEventListener("pagehide", stopReading);
