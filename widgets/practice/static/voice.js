// Read aloud with the device's own voice, where it has a French one; a second press stops it.
export const speech = window.speechSynthesis;
export const voice = () => speech?.getVoices().find(({ lang }) => lang.startsWith("fr"));
export function readAloud(...texts) {
  if (speech.speaking) return speech.cancel();
  for (const text of texts) speech.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: "fr-FR", voice: voice(), rate: 0.9 }));
}
