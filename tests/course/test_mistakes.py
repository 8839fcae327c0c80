"""Each usual mistake of each exercise can really be made: the site tells it, and its word is heard."""

import pytest

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.goals import reached
from practice.course.exercises.placeholders import typed_by
from practice.notices import ids_of, notice
from practice.session import Context, UnknownActionError
from tests.support import SITE, TODAY

MISTAKES = [(SITE, exercise.id, told) for exercise in SITE.exercises.values() for told in exercise.mistakes]
_TOLD = {told for _, _, told in MISTAKES}
MISTAKES += [(TODAY, one.id, told) for one in TODAY.exercises.values() for told in one.mistakes if told not in _TOLD]

_BLURRED = {
    "photo": "photo_blurred",
    "identity": "photo_blurred",
    "proof": "rib_blurred",
    "birth_proof": "birth_blurred",
}
_OWN_ACCOUNT = {"owner": "Jessica Petit, Ange Santoni, Gérard Lefèvre", "iban": "FR17 1234 5123 4500 0000 0777 H55"}
_BANK = (
    *(("begin", {"request": "bank"}), ("start", {}), ("next", _OWN_ACCOUNT), ("next", {"proof": "rib"})),
    ("next", {"own_wish": "asked"}),
)
_CUT, _DARK, _SHAKEN = (("picture", {"do": f"adjust {fault}"}) for fault in ("cut", "dark", "blurred"))
_SHOOT = ("picture", {"do": "shoot"})
_AGAIN = (("picture", {"do": "again"}), ("picture", {"do": "camera"}), ("picture", {"do": "allow"}))
_PHOTOS = (("picture", {"do": "again"}), ("picture", {"do": "gallery"}), ("picture", {"do": "allow"}))


def _photo(name):
    """Return how one picks a photo of the phone and sends it."""
    return (*_PHOTOS, ("picture", {"do": f"pick {name}"}), ("next", {"picture": name}))


def _taken(name, *put_right):
    """Return how one takes a picture and sends it."""
    return (*_AGAIN, *put_right, _SHOOT, ("next", {"picture": name}))


#: how each is made: other answers to what a step types, or, as a tuple, other things to do
WAYS = {
    "account_locked": 3 * (("sign_in", {"number": "{number}", "code": "Faux-code-1"}),),
    "agency_empty-appointment": {"agency": ""},
    "agreed_empty-debt": {"agreed": ""},
    "agreement_empty": {"agreement-yes": None},
    "allowances_end_before_start": {"allowances_start": "01/03/2021", "allowances_end": "01/02/2021"},
    "allowances_to_come": {"allowances_end": "01/12/2021"},
    "amount_shape": {"monthly": "mille", "month_7": "mille"},
    "app_out_of_frame": (("film", {}),),
    "app_secret_is_password": {"secret": "{code}", "again": "{code}"},
    "app_too_dark": (("film", {}),),
    "app_removed": (("remove", {}),),
    "attachment_empty": {"document": ""},
    "bar_empty": {"address": ""},
    "before_birth": {"declared_on": "10/02/2021"},
    "care_empty-third_party": {"care-doctor": None, "care-pharmacy": None},
    "code_told": (("tell_code", {}),),
    "code_rules_missing": {"code": "abc", "again": "abc"},
    "codes_differ": {"again": "Autre-code-51"},
    "conditions_empty": {"accepted-yes": None},
    "date_shape": {"since": "hier", "lost_on": "hier", "happened_on": "hier", "born_on": "hier"},
    "date_to_come": {"lost_on": "26/12/2021", "born_on": "12/12/2021", "happened_on": "20/12/2021"},
    "day_empty-appointment": {"day": ""},
    "date_gone_by": {"departure": "10/02/2021"},
    "document_blurred": _BLURRED,
    "document_out_of_date": {"identity": "identity_old", "income_proof": "income_old"},
    "document_too_large": {"photo": "photo_large", "income_proof": "income_photo"},
    "document_wrong_format": {"photo": "photo_heic"},
    "document_wrong_kind": {"photo": "rib", "proof": "identity"},
    "document_wrong_kind-cat": {"photo": "cat"},
    "email_no_at": {"email": "jean.courriel.example"},
    "email_real": {"email": "jean@courriel.fr"},
    "email_taken": {"email": "marcel.dubois@courriel.example"},
    "end_before_start": {"start": "01/03/2021", "end": "01/12/2020"},
    "end_too_long": {"vitale_end": "25004172608"},
    "doubt_empty-report_refund": {"doubt": ""},
    "helper_nothing_found": {"words": "girafe"},
    "false_link": (("open_message", {"message": "0"}), ("follow_link", {})),
    "fetching_stopped": (("remove", {}),),
    "helper_herself": {"helper_first_name": "Karim", "helper_name": "{last_name}"},
    "helper_too_young": {"helper_adult": "no"},
    "hour_empty-appointment": {"hour": ""},
    "iban_keys": {"iban": "FR17 1234 5123 4500 0000 0777 H56"},
    "iban_length": {"iban": "FR17 1234"},
    "iban_real": {"iban": "FR76 3000 6000 0112 3456 7890 189"},
    "iban_unknown": {"iban_end": "0000000"},
    "kept_insurer_empty-insurers": {"kept_insurer": ""},
    "letter_number_empty-debt": {"letter_number": ""},
    "maybe_a_scam": _BANK,
    "message_empty": {"text": ""},
    "moved_first": {"address_right": "no"},
    "nir_short": {"number": "2 82"},
    "no_kind": {f"kind_{kind}": None for kind in ("care", "third_party", "daily_allowances", "disability_pension")},
    "no_procuration": {"wish": "revoke"},
    "no_usage_name": {"wish": "leave"},
    "nobody_recognised": {"postcode": "31999"},
    "one_time_length": {"code": "123"},
    "one_time_wrong": {"code": "000000"},
    "own_number": {"parent_number": "{number}"},
    "owed_empty-debt": {"owed": ""},
    "people_empty": {f"beneficiary-{name}": None for name in ("zoe", "ange", "fatou")},
    "period_to_come": {"end": "01/12/2021"},
    "period_too_old": {"start": "01/06/2015"},
    "picture_blurred": _taken("shot-blurred", _CUT, _DARK),
    "picture_cut": _taken("shot-cut", _DARK, _SHAKEN),
    "picture_dark": _taken("shot-dark", _CUT, _SHAKEN),
    "picture_empty-send_document": (("next", {}),),
    "picture_other": _photo("cat"),
    "picture_small": _photo("table"),
    "received_act_wrong": tuple(("act", {"act": act}) for act in ("scan", "order", "click", "half")),
    "received_judged_wrong": {"answer": "genuine"},
    "police_empty-vitale_problem": {"police": ""},
    "postcode_shape": {"postcode": "315"},
    "provider_wrong_pair": {"password": "faux"},
    "reason_empty-appointment": {"reason": ""},
    "rib_unknown": {"account_end": "000000A"},
    "same_address": {"street": "12 rue de l'Exemple", "postcode": "31000"},
    "same_name": {"new_name": "{last_name}"},
    "subject_empty": {"subject": ""},
    "subjects_empty-procuration": {"subjects-accident": None, "subjects-sick_leave": None},
    "town_hall_too_soon": {"declared_on": "26/02/2021"},
    "travellers_empty-european_card": {f"travellers-{name}": None for name in ("jessica", "zoe", "karim")},
    "visit_with_empty": (("choose_professional", {}),),
    "vitale_unknown": {"vitale_end": "0000000"},
    "what_happened_empty-third_party": {"what_happened": ""},
    "who_empty-address": {"who-jessica": None, "who-zoe": None},
    "warned_empty-insurers": {"warned": ""},
    "way_empty-debt": {"way": ""},
    "wrong_app": (("look_at", {"app": "rembours"}), ("get", {})),
    "wrong_pair": {"code": "Faux-code-1"},
    "year_empty": {"tax_year": ""},
}


def at_step(name, number, site=SITE):
    """Return an exercise with help, where the learner has done so many steps."""
    played = Exercise(name, mode="guided", at=Context(site))
    played.resume({f"step:{name}:guided": {"mode": "guided", "at": number}})
    return played


def make(played, told):
    """Make a mistake; say whether it can be made at this step."""
    way, persona = WAYS[told], played.screen.world.persona
    words = {"number": persona.nir, "last_name": persona.last_name, "code": persona.code}
    step, typed = played.step, typed_by(played.step, played.screen.world)
    if isinstance(way, dict):
        way = ((step.do, {**typed, **{name: text for name, text in way.items() if name in typed}}),)
    for action, answers in way:
        try:
            played.do(action, **{n: text.format_map(words) for n, text in answers.items() if text is not None})
        except UnknownActionError:
            return False
    return True


@pytest.mark.parametrize(("site", "name", "told"), MISTAKES, ids=str)
def test_a_usual_mistake_can_be_made_and_its_word_is_heard(site, name, told):
    heard = []
    for number, step in enumerate(site.exercises[name].steps):
        if isinstance(WAYS[told], dict) and not WAYS[told].keys() & step.answers.keys():
            continue  # nothing of it is typed here
        played = at_step(name, number, site)
        if make(played, told) and told in ids_of(played.screen.page.told):
            heard.append(played.word)  # none at a step that asks for this very mistake
    assert site.exercises[name].mistakes[told] in heard, "no screen of this exercise tells it, or not so"


def test_each_way_to_be_wrong_is_a_mistake_of_some_exercise():
    assert WAYS.keys() == {told for _, _, told in MISTAKES}


def test_a_notice_keeps_its_id_when_it_is_filled_in_and_a_particular_one_answers_to_the_general_too():
    filled = SITE.notices["nir_short"].format(length=8)
    assert (filled.id, filled) == (
        "nir_short",
        "Ce numéro est trop court : vous avez tapé 8 sur 13. Vérifiez-le sur la fiche.",
    )
    assert SITE.notices["nir_short"].outline.startswith("Ce numéro est trop court : vous avez tapé … sur 13.")
    assert filled.about("zoe").ids == ("nir_short-zoe", "nir_short")


def test_two_notices_of_one_name_are_refused():
    assert notice("nir_short", str(SITE.notices["nir_short"])) is SITE.notices["nir_short"]
    with pytest.raises(ValueError, match="nir_short"):
        notice("nir_short", "Un autre texte.")


def _shown(site):
    return [(site, e.id, at) for e in site.exercises.values() for at, step in enumerate(e.steps) if step.mistake]


SHOWN = _shown(SITE)
_MADE = {(step.do, step.mistake.told) for e in SITE.exercises.values() for step in e.steps if step.mistake}
OF_TODAY = [
    (TODAY, name, at)
    for _, name, at in _shown(TODAY)
    if ((step := TODAY.exercises[name].steps[at]).do, step.mistake.told) not in _MADE
]


def test_most_chapters_show_a_usual_mistake_and_how_it_is_put_right():
    assert len({name for _, name, _ in SHOWN}) >= 19


@pytest.mark.parametrize(("site", "name", "at"), [*SHOWN, *OF_TODAY], ids=str)
def test_a_mistake_that_is_shown_is_told_by_the_site_and_the_step_puts_it_right(site, name, at):
    played = at_step(name, at, site)
    session, step = played.screen, site.exercises[name].steps[at]
    session.handle(step.mistake.do or step.do, typed_by(step.mistake, session.world))
    assert step.mistake.told in ids_of(session.page.told)
    assert not reached(step.goal, session)
    session.handle(step.do, typed_by(step, session.world))
    assert reached(step.goal, session)
    assert step.mistake.told not in ids_of(session.page.told)
