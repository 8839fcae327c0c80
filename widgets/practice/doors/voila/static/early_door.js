// In the page itself, before the style, which other scripts wait for, and in words that any browser knows. The connection opens,
// and its first answers come, while the page loads (link.js goes on with it); a click before that is kept for its screen.
// `apart` is a page that shows pictures of the screens first, and neither takes up a learner's work nor keeps any: slides.
(function (root) {
  var LARGEST = 500000; // letters of an item that is told: more is nobody's work
  var told = root.getAttribute("data-door");

  // A page without a server has its own way to open one (web/static/connection.js).
  var open = window.atelierOpen || function (door) {
    return new WebSocket(location.origin.replace("http", "ws") + door.path);
  };
  function kept(door) {
    var items = {}, key, text;
    if (!door.apart) try {
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
    door.began = performance.now();
    door.open = function () { return open(door); };
    door.kept = function () { return kept(door); };
    door.greeting = function (life, seen, open) {
      var words = { page: page, chapter: door.chapter, version: door.version, edition: door.edition, seen: seen };
      words.life = life || (door.apart ? "" : null); // null: the page shows the first drawings of its screens
      words.open = open; // the screens that come to life again; at first, none has (link.js)
      words.kept = open.length ? kept(door) : {};
      return JSON.stringify(words);
    };
    window.atelierDoor = door;
    try { door.socket = door.open(); } catch (refused) { return; }
    door.socket.onopen = function () { door.socket.send(door.greeting(null, 0, [])); };
    door.socket.onmessage = function (event) { door.early.push(event.data); };
  }
  window.atelierReload = function () { location.reload(); };
  if (told) connect(JSON.parse(told));

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-session]:not([data-state]) button");
    if (button) { event.preventDefault(); window.earlyButton = button; }
  }, true);
})(document.documentElement);
