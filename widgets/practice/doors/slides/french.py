"""The few words that reveal.js says to people, in French."""

#: what stands in reveal.js, and what is said instead; it fits the version of `reveal.txt` to the letter
WORDS = {
    # the buttons, the help and the rest of the slides' page
    '"next slide"': '"diapositive suivante"',
    '"previous slide"': '"diapositive précédente"',
    '"above slide"': '"diapositive au-dessus"',
    '"below slide"': '"diapositive au-dessous"',
    "Resume presentation": "Reprendre",
    'r-overlay-close">Esc ': 'r-overlay-close">Échap ',
    "Keyboard Shortcuts": "Les touches du clavier",
    "<th>KEY</th><th>ACTION</th>": "<tr><th>Touche</th><th>Effet</th></tr>",
    "SPACE  ,  N  ,  L  ,  J": "ESPACE  ,  N  ,  L  ,  J",
    '"Next slide"': '"Diapositive suivante"',
    '"Previous slide"': '"Diapositive précédente"',
    '"Navigate without fragments"': '"Avancer ou reculer d\'une diapositive entière"',
    '"Shift + ': '"Maj + ',
    '"Jump to first/last slide"': '"Première ou dernière diapositive"',
    '"B  ,  ."]="Pause"': '"B  ,  ."]="Écran noir"',
    '"Fullscreen"': '"Plein écran"',
    'shortcuts.G="Jump to slide"': 'shortcuts.G="Aller à un numéro"',
    'placeholder="Jump to slide"': 'placeholder="Numéro"',
    '"ESC, O"]="Slide overview"': '"ÉCHAP, O"]="Vue d\'ensemble"',
    "No notes on this slide.": "Pas de notes pour cette diapositive.",
    # the window of the notes
    "Speaker notes view": "Fenêtre des notes",
    "Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker view.": (
        "La fenêtre des notes n'a pas pu s'ouvrir. Autorisez les fenêtres surgissantes, puis tapez encore S."
    ),
    "reveal.js - Speaker View": "Notes",
    r"<html lang=\"en\">": r"<html lang=\"fr\">",
    "Loading speaker view...": "La fenêtre des notes s'ouvre…",
    ">Upcoming<": ">Ensuite<",
    ">Time <": ">Durée <",
    "Click to Reset": "Cliquez pour remettre à zéro",
    "Pacing – Time to finish current slide": "Temps qui reste pour cette diapositive",
    "'default': 'Default'": "'default': 'ordinaire'",
    "'wide': 'Wide'": "'wide': 'en largeur'",
    "'tall': 'Tall'": "'tall': 'en hauteur'",
    "'notes-only': 'Notes only'": "'notes-only': 'notes seules'",
    "'Layout' + ( title ? ( ': ' + title": "'Disposition' + ( title ? ( ' : ' + title",
    "Cross origin error.<br>The speaker window can only be opened from the same origin.": (
        "Ce navigateur refuse la fenêtre des notes.<br>Essayez avec un autre navigateur."
    ),
    "Error connecting to main window.<br>Please try closing and reopening the speaker view.": (
        "Les diapositives ne répondent pas.<br>Fermez cette fenêtre, puis tapez encore S."
    ),
    "'en-US', { hour12: true,": "'fr-FR', {",
}


def in_french(script: str) -> str:
    """Return reveal.js, or its notes plugin, with the words it shows in French, ready to stand in a page."""
    script = str(script)  # Jinja's Markup would escape what it puts in
    for english, french in WORDS.items():
        script = script.replace(english, french)
    return script.replace("<!--", r"\x3C!--")  # in a page, a script must not open a comment
