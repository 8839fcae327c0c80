"""What a browser keeps for a learner, without a browser."""

import json

from practice.session import Session


class Browser:
    """Keeps by name what sessions tell it to keep, and forgets what is an empty text, as screen.js does."""

    def __init__(self, items: dict[str, object] | None = None) -> None:
        self.items = json.loads(json.dumps(items or {}))

    def resume(self, session: Session) -> Session:
        """Give a session all that is kept, as a page does when it opens."""
        return self.tell(session, "resume", kept=json.loads(json.dumps(self.items)))

    def tell(self, session: Session, action: str, **answers: object) -> Session:
        for name, value in session.answer({"turn": 1, "do": action, "answers": answers})["keep"].items():
            if value == "":
                self.items.pop(name, None)
            else:
                self.items[name] = json.loads(json.dumps(value))
        return session
