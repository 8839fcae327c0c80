// Read aloud with a French voice of the device itself: a room may have no Internet. A second press stops it.
const STOP = "Arrêter la lecture";
export const speech = window.speechSynthesis;
export const voice = () => {
  const french = speech ? speech.getVoices().filter(({ lang, localService }) => localService && /^fr([-_]|$)/i.test(lang)) : [];
  return french.find(({ lang }) => /^fr[-_]fr/i.test(lang)) || french[0];
};

let reading = null; // the button that was pressed, its own words, what it reads, and that as it was then
const words = (button) => [...button.childNodes].reverse().find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());

export function stopReading() {
  if (!reading) return;
  words(reading.button).nodeValue = reading.words;
  reading = null;
  speech.cancel();
}

// `texts` gives what to read; it is asked again when the page has changed.
export function readAloud(button, texts) {
  const again = reading && reading.button === button;
  stopReading();
  if (again) return;
  const lines = texts();
  const mine = { button, texts, words: words(button).nodeValue, was: lines.join("\n"), spoken: [] };
  reading = mine;
  words(button).nodeValue = STOP;
  for (const line of lines) {
    const told = Object.assign(new SpeechSynthesisUtterance(line), { lang: "fr-FR", voice: voice(), rate: 0.9 });
    mine.spoken.push(told); // some browsers forget one that nothing holds
    speech.speak(told);
  }
  mine.spoken[lines.length - 1].onend = mine.spoken[lines.length - 1].onerror = () => { if (reading === mine) stopReading(); };
}

// After a drawing: what is no longer there is not read on.
export function keepReading() {
  if (!reading) return;
  if (!reading.button.isConnected || reading.texts().join("\n") !== reading.was) stopReading();
  else words(reading.button).nodeValue = STOP;
}
