"""The drawings of exercises that begin after a mistake, for tests/test_accessibility.py: a false site, a blur."""

from atelier_ameli.course.exercise import Exercise

DRAWINGS = {
    "exercise, on a false site": Exercise("quitter_un_faux_site").html,
    "exercise, on the phone": Exercise("photo_floue").html,
}
