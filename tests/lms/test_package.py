"""The package for a platform of learning: what the standard asks of it, and what the platform is told."""

import json
import re
import zipfile
from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from atelier_ameli.site import Site
from practice.chapter import ChapterError
from practice.course.exercises.exercises import Outcome
from practice.course.progress.results import outcome_name
from practice.doors.web.command import main
from practice.doors.web.lms.package import MANIFEST, counted, manifest_of, write_package
from practice.doors.web.lms.told import OUTCOMES, script_of
from practice.editions import named
from tests.support import SITE
from tests.support.lms import schema

NO_ENGINE = SimpleNamespace(scripts={"engine/begin.js": "", "engine/wasm.js": ""})
IN = {"cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
LONGEST = 4096  #: letters that a platform keeps for us
IDENTIFIER = re.compile(r"[\x21-\x7e]{1,255}")  #: CMIIdentifier
STATUSES = {"passed", "completed", "failed", "incomplete", "browsed", "not attempted"}


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    file = tmp_path_factory.mktemp("package") / "cours.zip"
    write_package(SITE, named(SITE, []), file, NO_ENGINE, date(2026, 11, 28), tell=lambda _: None)
    with zipfile.ZipFile(file) as archive:
        yield archive


@pytest.fixture(scope="module")
def schemas():
    return etree.XMLSchema(etree.parse(schema()))


def manifest(archive):
    return ET.fromstring(archive.read(MANIFEST))


def test_the_manifest_is_what_the_schemas_of_scorm_allow(package, schemas):
    schemas.assertValid(etree.fromstring(package.read(MANIFEST)))
    schemas.assertValid(etree.fromstring(manifest_of("É & <é>", "ameli-2021", ["index.html"], "06_se_connecter")))


@pytest.mark.parametrize(
    ("before", "after"),
    [('scormtype="sco"', 'scormtype="film"'), ('identifier="pages"', 'identifier="1 pages"'), ("<item ", "<chapitre ")],
)
def test_the_schemas_refuse_what_scorm_does_not_know(package, schemas, before, after):
    told = package.read(MANIFEST).decode()
    wrong = told.replace(before, after).replace("</item>", "</chapitre>" if "chapitre" in after else "</item>")
    assert wrong != told
    assert not schemas.validate(etree.fromstring(wrong.encode()))


def test_the_manifest_says_what_the_schemas_do_not_ask(package):
    root = manifest(package)
    assert [root.findtext(f"cp:metadata/cp:{name}", "", IN) for name in ("schema", "schemaversion")] == [
        "ADL SCORM",
        "1.2",
    ]
    organizations = root.find("cp:organizations", IN)
    assert [organizations.get("default")] == [one.get("identifier") for one in organizations]
    resource, item = root.find("cp:resources/cp:resource", IN), root.find(".//cp:item", IN)
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get(f"{ADL}scormtype") == "sco"
    assert item.findtext("cp:title", "", IN) == root.findtext(".//cp:organization/cp:title", "", IN) != ""
    files = {file.get("href") for file in resource.findall("cp:file", IN)}
    assert files | {MANIFEST} == set(package.namelist())
    assert resource.get("href") in files
    assert package.namelist()[0] == MANIFEST


def test_a_package_of_one_chapter_opens_on_it():
    root = ET.fromstring(manifest_of("6. Se connecter", "ameli-2021", ["index.html"], "06_se_connecter"))
    assert root.find(".//cp:item", IN).get("parameters") == "?chapitre=06_se_connecter"


def test_a_page_runs_what_speaks_to_the_platform_before_its_other_scripts(package):
    page = package.read("index.html").decode()
    assert page.index("lms.js") < page.index("atelier-page:")
    assert b"atelierTold" in package.read("lms.js")


def test_nothing_in_the_package_asks_who_learns(package):
    assert not [name for name in package.namelist() if re.search(rb"student|cmi\.learner", package.read(name))]


# ---- What is told


def table(site, exercises):
    return json.loads(re.match(r"window.atelierTold = (.*);\n", script_of(site, exercises))[1])


@pytest.mark.parametrize("year", Site.years())
def test_each_exercise_of_the_course_is_told_by_a_name_that_scorm_allows_and_all_can_be_remembered(year):
    site = Site.load(year)
    told = table(site, counted(site, named(site, [])))
    assert told["exercises"].keys() == {
        one.id for c in site.chapters if c.notebook for one in site.chapters_of_exercises.get(c.number, ())
    }
    assert told["exercises"]["se_connecter"] == site.names.of(outcome_name("se_connecter"))
    assert all(IDENTIFIER.fullmatch(name) and not set(name) & set(";:,") for name in told["exercises"])
    memory = ";".join(["0" * 16, *(f"{letter}:" for letter, _ in OUTCOMES.values()), ",".join(told["exercises"])])
    assert len(memory) <= LONGEST


def test_each_way_to_succeed_has_a_letter_and_a_word_of_scorm_from_the_least_to_the_most():
    assert [*OUTCOMES] == [outcome for outcome in Outcome if outcome is not Outcome.NOT_TRIED]
    letters, words = zip(*OUTCOMES.values(), strict=True)
    assert len(set(letters)) == len(letters)
    assert set(words) <= STATUSES
    assert table(SITE, [])["outcomes"]["alone"] == ["a", "passed"]


# ---- The command


def test_a_chapter_without_exercises_makes_no_package(capsys):
    assert main(Site, ["--scorm", "00_accueil"]) == 1
    assert "Il n'y a pas d'exercice dans" in capsys.readouterr().err


def test_chapters_are_chosen_by_their_numbers():
    assert counted(SITE, named(SITE, ["06"])) == [one.id for one in SITE.chapters_of_exercises[6]]
    with pytest.raises(ChapterError, match="n'existe pas"):
        named(SITE, ["99"])


@pytest.mark.parametrize("arguments", [["--scorm", "--en-ligne"], ["06"]])
def test_what_makes_no_sense_is_refused(arguments, capsys):
    with pytest.raises(SystemExit):
        main(Site, arguments)
    assert "n'a pas été comprise" in capsys.readouterr().err
