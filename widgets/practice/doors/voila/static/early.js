// In the page itself, after early_door.js. Before the first paint: the learner's text size and contrast. Before the other
// scripts: what was typed before a reload is kept, and a page that does not come says so.
(function (root) {
  var LATE = 6000; // ms until a page that is not ready says so
  var MISSING = "La page n'est pas arrivée en entier. Cliquez sur le bouton pour la recharger.";
  var TOO_OLD = "Ce navigateur est trop ancien pour les exercices. Mettez-le à jour, ou prenez-en un autre. " +
    "Demandez de l'aide à votre formateur ou à votre formatrice.";
  var told = false;

  // ---- What the learner likes to see
  function chosen(name) { try { return localStorage.getItem("atelier-page:" + name); } catch (refused) { return null; } }
  if (/^(125|150|200)$/.test(chosen("size"))) root.style.fontSize = chosen("size") + "%";
  function wanted() { return !!window.matchMedia && matchMedia("(prefers-contrast: more)").matches; }
  if ((chosen("contrast") || (wanted() ? "high" : "normal")) === "high") root.setAttribute("data-contrast", "high");

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
})(document.documentElement);
