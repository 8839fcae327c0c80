"""A drawing as a screen reader finds it: its elements, their names, the places of the page."""

from collections import defaultdict

from bs4 import BeautifulSoup

FIELDS = ("input", "select", "textarea")
PLACES = {"nav": "navigation", "aside": "complementary", "header": "banner", "footer": "contentinfo", "main": "main"}
#: places only if they have a name
PERHAPS = {"section": "region", "form": "form"}


class Drawing:
    """A drawing, read once for all that is asked of it."""

    def __init__(self, html):
        self.nodes = BeautifulSoup(html, "html.parser").find_all(True)
        self.by_id, self.labels = {}, defaultdict(list)
        for node in self.nodes:
            self.by_id.setdefault(node.get("id"), node)
            if node.name == "label":
                self.labels[node.get("for")].append(node)

    def all(self, *names):
        return [node for node in self.nodes if node.name in names]

    def labels_of(self, field):
        tied = self.labels[field["id"]] if field.get("id") else []
        return [*tied, *(label for label in field.find_parents("label") if label not in tied)]

    def name_given(self, node):
        """Return the name that attributes give to a node."""
        named_by = [self.by_id[i].get_text() for i in node.get("aria-labelledby", "").split() if i in self.by_id]
        return " ".join(" ".join([node.get("aria-label", ""), *named_by]).split())

    def name(self, node):
        words = node.get_text() if node.name not in FIELDS else "".join(it.get_text() for it in self.labels_of(node))
        return self.name_given(node) or words.strip()

    def place(self, node):
        """Return what place of the page a node is, if it is one that a screen reader can go to."""
        kind = node.get("role", PLACES.get(node.name))
        return kind or (PERHAPS.get(node.name) if self.name_given(node) else None)
