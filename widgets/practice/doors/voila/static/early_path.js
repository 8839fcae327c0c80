// In the page itself, after early.js. Before the first paint: of a chapter, only the step that the address names, or the
// one where the learner was, is shown. path.js goes on. A page whose scripts do not come is shown whole.
(function (root) {
  var place = root.getAttribute("data-place");
  var presenting = /[?&]presenter\b/.test(location.search);
  if (!presenting && (!place || /[?&]tout\b/.test(location.search))) return;
  function kept() { try { return JSON.parse(localStorage.getItem(place)); } catch (refused) { return null; } }
  var name = location.hash.slice(1) || place && kept() || "";
  var number = /^etape-(\d+)$/.exec(name);
  var which = number ? ":nth-of-type(" + number[1] + ")" : /^[a-z0-9-]+$/.test(name) ? '[id="' + name + '"]' : ":first-of-type";
  var style = document.createElement("style");
  style.id = "page-early";
  var step = "#page-cells > .page-step";
  style.appendChild(document.createTextNode("@media screen { " + step + " { display: none; } " + step + which + " { display: block; } }"));
  root.setAttribute("data-path", presenting ? "presenter" : "on");
  if (!name) root.setAttribute("data-at", "first");
  if (presenting) root.setAttribute("data-presenting", "yes");
  document.head.appendChild(style);
  window.atelierWhole = function () {
    root.removeAttribute("data-path");
    if (style.parentNode) style.parentNode.removeChild(style);
  };
})(document.documentElement);
