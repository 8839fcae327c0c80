"""A resume code: twenty letters at most for what is done, whatever was done, and for ever the same meaning."""

import itertools
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atelier_ameli.site import Site
from practice.course.exercises.exercises import Outcome
from practice.course.resume.codes import FUTURE, OtherEditionError, codes_of, read_code
from practice.course.resume.frozen import Frozen, lists_of_edition, resume_faults
from practice.course.resume.letters import LETTERS, CodeError, grouped, with_checks
from practice.loading.faults import DataError

SITES = {year: Site.load(year) for year in Site.years()}
MANNERS = [Outcome.HELPED, Outcome.DONE, Outcome.GUIDED, Outcome.ALONE]
YEARS = st.sampled_from(sorted(SITES))
LONGEST = 20

#: codes that are on paper by now, and what each means: they must mean it for ever
GIVEN = {
    "2021": {"1000-086F": {}, "1DMX-5DXE": "alone", "19QQ-4N2N-43RG": 12},
    "2026": {"2000-0HDY": {}, "2DMX-5N4X": "alone", "29PN-7H77-1HPK": 12},
}


def names(year):
    return list(SITES[year].exercises)


def read_all(year, codes):
    return reduce(lambda found, code: found | read_code(SITES[year], code), codes, {})


def fits(code):
    return len(code.replace("-", "")) <= LONGEST


@st.composite
def learners(draw):
    """Draw a year, and what a learner has done: any set, any manner."""
    year, chance = draw(YEARS), Random(draw(st.integers(0, 2**32)))
    share = draw(st.sampled_from([0, 0.05, 0.2, 0.5, 0.8, 0.95, 1]))
    manners = draw(st.lists(st.sampled_from(MANNERS), min_size=1, max_size=4))
    return year, {name: chance.choice(manners) for name in names(year) if chance.random() < share}


@settings(max_examples=120, deadline=None)
@given(learners())
@example(("2026", dict.fromkeys(names("2026")[::2], Outcome.DONE)))
@example(("2026", dict.fromkeys(names("2026")[1::2], Outcome.ALONE)))
@example(("2021", dict(zip(names("2021"), itertools.cycle(MANNERS), strict=False))))
def test_every_set_fits_and_nothing_that_is_done_is_lost(learner):
    year, done = learner
    codes, held = codes_of(SITES[year], done)
    assert all(map(fits, codes))
    assert len(codes) <= 2, "a second one only where the first cannot hold all"
    assert read_all(year, codes) == held
    assert held.keys() == done.keys()
    assert all(held[name] in (done[name], Outcome.DONE) for name in done), "nothing is said to be done better"


@pytest.mark.parametrize("year", sorted(SITES))
def test_whoever_goes_chapter_by_chapter_needs_one_code_which_says_how(year):
    done = dict.fromkeys(names(year)[:12], Outcome.GUIDED)
    codes, held = codes_of(SITES[year], done)
    assert (len(codes), held) == (1, done)
    for manner in MANNERS:
        codes, held = codes_of(SITES[year], dict.fromkeys(names(year), manner))
        assert len(codes) == 1
        assert held == dict.fromkeys(names(year), manner)


@pytest.mark.parametrize("year", sorted(SITES))
def test_one_exercise_and_any_two_fit_in_one_code_with_how_they_were_done(year):
    for one in names(year):
        for manner in MANNERS:
            codes, held = codes_of(SITES[year], {one: manner})
            assert (len(codes), held, read_code(SITES[year], codes[0])) == (1, {one: manner}, held)
    for one, other in itertools.pairwise(Random(3).sample(names(year), len(names(year)))):
        codes, held = codes_of(SITES[year], {one: Outcome.ALONE, other: Outcome.HELPED})
        assert (len(codes), len(held), read_code(SITES[year], codes[0])) == (1, 2, held)


@pytest.mark.parametrize("year", sorted(SITES))
def test_codes_that_are_on_paper_mean_what_they_meant(year):
    for code, meant in GIVEN[year].items():
        frozen = lists_of_edition(SITES[year])[0].exercises
        done = dict.fromkeys(frozen, Outcome.ALONE) if meant == "alone" else meant
        done = dict.fromkeys(frozen[:meant], Outcome.GUIDED) if isinstance(meant, int) else done
        assert read_code(SITES[year], code) == done
        assert codes_of(SITES[year], done)[0] == [code]


def test_the_lists_that_codes_speak_of_are_those_of_the_first_day():
    seals = {number: (one.edition, one.seal) for number, one in SITES["2021"].resume_lists.items()}
    assert seals.items() >= {1: ("2021", "f619000c"), 2: ("2026", "7ccb80c4")}.items()


def test_a_code_of_another_edition_or_of_a_later_release_is_refused_and_says_so():
    code = codes_of(SITES["2026"], {"se_connecter": Outcome.ALONE})[0][0]
    with pytest.raises(OtherEditionError) as refused:
        read_code(SITES["2021"], code)
    assert refused.value.edition == "2026"
    future = grouped(with_checks([LETTERS.index("Y"), *[0] * 4]))
    with pytest.raises(CodeError) as refused:
        read_code(SITES["2021"], future)
    assert refused.value.reason == FUTURE


@settings(max_examples=300, deadline=None)
@given(YEARS, st.sampled_from([4, 8, 12, 16]).flatmap(lambda n: st.lists(st.integers(0, 28), min_size=n, max_size=n)))
def test_any_letters_that_go_with_their_checks_give_exercises_or_a_refusal(year, letters):
    number = lists_of_edition(SITES[year])[0].number
    with suppress(CodeError):
        assert read_code(SITES[year], grouped(with_checks([number, *letters]))).keys() <= set(names(year))


# ---- A later release


def with_lists(lists):
    """Return a site of 2021 with these lists."""
    site = Site.laid(Site.data / "editions" / "2021")
    site.resume_lists = lists
    return site


def later_release():
    """Return the site of a later release, in which one exercise is new."""
    first, second = SITES["2021"].resume_lists.values()
    more = Frozen(3, "2021", (("tout_nouveau",),), "", after=1).with_all_before(first)
    return with_lists({1: first, 2: second, 3: more})


def test_an_old_code_means_the_same_in_a_later_release_and_a_new_exercise_makes_a_new_list():
    done = dict.fromkeys(names("2021")[:7], Outcome.GUIDED)
    (code,), _ = codes_of(SITES["2021"], done)
    later = later_release()
    assert read_code(later, code) == done
    assert codes_of(later, done)[0] == [code], "an older copy can read what it knows"
    (new,), held = codes_of(later, done | {"tout_nouveau": Outcome.ALONE})
    assert read_code(later, new) == held == done | {"tout_nouveau": Outcome.ALONE}
    with pytest.raises(CodeError, match="future"):
        read_code(SITES["2021"], new)


def test_an_exercise_that_no_list_has_is_told_with_what_to_write():
    first, second = SITES["2021"].resume_lists.values()
    (fault,) = resume_faults(with_lists({1: replace(first, groups=first.groups[1:]), 2: second}))
    missing = ", ".join(f'"{name}"' for name in first.groups[0])
    assert f'number = 3 ; edition = "2021" ; after = 1 ; groups = [[{missing}]]' in str(fault)
    assert not [*resume_faults(SITES["2021"]), *resume_faults(SITES["2026"])]


def test_a_list_that_has_changed_is_refused(tmp_path):
    text = (Site.data / "resume.toml").read_text(encoding="utf-8")
    (tmp_path / "resume.toml").write_text(text.replace('"se_connecter", ', "", 1), encoding="utf-8")
    site = Site.laid(Site.data / "editions" / "2021")
    site.data = tmp_path
    with pytest.raises(DataError, match="cette liste a changé"):
        site.resume_lists  # noqa: B018
