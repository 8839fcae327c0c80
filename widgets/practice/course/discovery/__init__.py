"""Before one starts: cards, a checklist, useful links, the practice of mouse and keyboard."""
