// Before early_door.js: reveal.js takes any <section> for a slide, in what a screen answers too (page.py does so for pictures).
(() => {
  const open = window.atelierOpen;
  const grouped = (text) => text.replace(/<(\/?)(?:section|nav)\b/g, (_, ends) => (ends ? "</div" : '<div role=\\"group\\"'));
  window.atelierOpen = (door) => {
    const connection = open(door), hear = connection.hear.bind(connection);
    connection.hear = (texts) => hear(texts && texts.map(grouped));
    return connection;
  };
})();
