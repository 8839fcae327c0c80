"""A drawing as a screen reader finds it: its elements, their names, the places of the page."""

from collections import defaultdict

from tests.support.pages import tree

FIELDS = ("input", "select", "textarea")
PLACES = {"nav": "navigation", "aside": "complementary", "header": "banner", "footer": "contentinfo", "main": "main"}
#: places only if they have a name
PERHAPS = {"section": "region", "form": "form"}


class Drawing:
    """A drawing, read once for all that is asked of it."""

    def __init__(self, html):
        self.nodes = tree(html).xpath("//body//*")
        self.by_id, self.labels = {}, defaultdict(list)
        for node in self.nodes:
            self.by_id.setdefault(node.get("id"), node)
            if node.tag == "label":
                self.labels[node.get("for")].append(node)

    def all(self, *names):
        return [node for node in self.nodes if node.tag in names]

    def labels_of(self, field):
        tied = self.labels[field.get("id")] if field.get("id") else []
        return [*tied, *(label for label in field.iterancestors("label") if label not in tied)]

    def name_given(self, node):
        """Return the name that attributes give to a node."""
        named_by = [self.by_id[i].text_content() for i in node.get("aria-labelledby", "").split() if i in self.by_id]
        return " ".join(" ".join([node.get("aria-label", ""), *named_by]).split())

    def name(self, node):
        called_by = self.labels_of(node) if node.tag in FIELDS else [node]
        return self.name_given(node) or "".join(it.text_content() for it in called_by).strip()

    def place(self, node):
        """Return what place of the page a node is, if it is one that a screen reader can go to."""
        kind = node.get("role", PLACES.get(node.tag))
        return kind or (PERHAPS.get(node.tag) if self.name_given(node) else None)
