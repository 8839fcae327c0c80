// In the page itself, before the style, which other scripts wait for, and in words that any browser knows. First the connection: it opens,
// and its first answers come, while the page loads (link.js goes on with it). Before the first paint: the learner's text
// size and contrast. Before the other scripts: a click is kept for its screen, and a page that does not come says so.
(function (root) {
  var LATE = 6000; // ms until a page that is not ready says so
  var LARGEST = 500000; // letters of an item that is told: more is nobody's work
  var MISSING = "La page n'est pas arrivée en entier. Cliquez sur le bouton pour la recharger.";
  var TOO_OLD = "Ce navigateur est trop ancien pour les exercices. Mettez-le à jour, ou prenez-en un autre. " +
    "Demandez de l'aide à votre formateur ou à votre formatrice.";
  var door = root.getAttribute("data-door");
  var told = false;

  // ---- The connection; a page without a server has its own way to open one (web/static/shell.js)
  var open = window.atelierOpen || function (door) {
    return new WebSocket(location.origin.replace("http", "ws") + door.path);
  };
  function kept(door) {
    var items = {}, key, text;
    try {
      for (var at = 0; at < localStorage.length; at++) {
        key = localStorage.key(at);
        text = localStorage.getItem(key);
        if (key.indexOf("atelier:") === 0 && text.length < LARGEST) items[key] = text;
      }
    } catch (refused) { /* a fresh start */ }
    door.known = items;
    return items;
  }
  function connect(door) {
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    var page = Array.prototype.map.call(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    door.early = [];
    door.open = function () { return open(door); };
    door.kept = function () { return kept(door); };
    door.greeting = function (life, seen, open) {
      var words = { page: page, chapter: door.chapter, version: door.version, edition: door.edition, life: life, seen: seen };
      words.open = open; // the screens that come to life again; at first, none has (link.js)
      words.kept = open.length ? kept(door) : {};
      return JSON.stringify(words);
    };
    window.atelierDoor = door;
    try { door.socket = door.open(); } catch (refused) { return; }
    door.socket.onopen = function () { door.socket.send(door.greeting(null, 0, [])); };
    door.socket.onmessage = function (event) { door.early.push(event.data); };
  }
  if (door) connect(JSON.parse(door));

  // ---- What the learner likes to see
  function chosen(name) { try { return localStorage.getItem("atelier-page:" + name); } catch (refused) { return null; } }
  if (/^(125|150|200)$/.test(chosen("size"))) root.style.fontSize = chosen("size") + "%";
  if (chosen("contrast") === "high") root.setAttribute("data-contrast", "high");

  // ---- A page that is reloaded, by one of our buttons or by a key or a finger: what was typed, ticked or chosen, and
  // not sent, is found again (fields.js). Never a code; and nothing once work is erased (page.js), or on another page.
  var NOT_SENT = "atelier-typed", RELOAD = 1;
  function ticks(field) { return /^(checkbox|radio)$/.test(field.type); }
  function answered(field) {
    if (!field.id || field.hasAttribute("data-secret") || /^(hidden|password|file)$/.test(field.type)) return false;
    if (ticks(field)) return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    return field.options[field.selectedIndex] !== (field.querySelector("option[selected]") || field.options[0]);
  }
  addEventListener("pagehide", function (event) {
    if (event.persisted || root.hasAttribute("data-forgets")) return;
    var typed = {}, fields = document.querySelectorAll("[data-session] form[data-action] *");
    for (var at = 0; at < fields.length; at++)
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(fields[at].tagName) && answered(fields[at])) typed[fields[at].id] = ticks(fields[at]) ? fields[at].checked : fields[at].value;
    try { sessionStorage.setItem(NOT_SENT, JSON.stringify(typed)); } catch (refused) { /* it is typed again */ }
  });
  try { if (performance.navigation.type !== RELOAD) sessionStorage.removeItem(NOT_SENT); } catch (refused) { /* none */ }
  window.atelierReload = function () { location.reload(); };

  // ---- A page that does not come
  function tell(words) {
    var gone = document.getElementById("page-gone");
    if (!gone) return document.addEventListener("DOMContentLoaded", function () { tell(words); });
    if (told) return;
    told = true;
    if (!scripts() && window.atelierWhole) window.atelierWhole();
    gone.appendChild(document.createElement("p")).appendChild(document.createTextNode(words));
    var button = document.createElement("button");
    button.className = "main";
    button.type = "button";
    button.appendChild(document.createTextNode("Recharger la page"));
    button.addEventListener("click", window.atelierReload);
    gone.appendChild(button);
  }
  function scripts() { return root.getAttribute("data-scripts"); }
  window.addEventListener("error", function (event) {
    var lost = event.target && event.target.tagName === "SCRIPT";
    if (lost) tell(MISSING);
    else if (!scripts() && /SyntaxError/.test(event.message)) tell(TOO_OLD); // it cannot read them
  }, true);
  function late() {
    var style = document.querySelector("link[rel=stylesheet]");
    if (style && !style.sheet) style.parentNode.removeChild(style); // until it comes, nothing at all is shown
    if (!scripts()) tell(MISSING);
  }
  if (!("noModule" in HTMLScriptElement.prototype)) tell(TOO_OLD);
  else if (!root.hasAttribute("data-waits")) setTimeout(late, LATE);

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-session]:not([data-state]) button");
    if (button) { event.preventDefault(); window.earlyButton = button; }
  }, true);
})(document.documentElement);
