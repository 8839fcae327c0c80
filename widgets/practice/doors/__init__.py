"""The doors: the only rooms that know Jupyter, Voilà, tornado, anywidget, reveal.js or Chromium."""
