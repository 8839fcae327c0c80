"""A tablet joins by the link or by the code, and has its number from then on."""

import re
import stat

from practice.doors.voila.classroom import SEAT
from tests.support.classroom.tablet import Tablet, home, join
from tests.support.learner import fetch, run


def words(body: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body.decode()).replace("\u202f", " ").replace("\xa0", " "))


def test_the_link_and_the_typed_code_give_a_number_and_lead_to_what_the_room_sees(hall):
    async def play() -> None:
        code = hall.code
        for path in (f"rejoindre/{code}", f"rejoindre?code={code[:3]}%20{code[3:]}"):
            answer = await join(hall, path)
            assert (answer.code, answer.headers["Location"]) == (302, "/rejoindre")
            kept = answer.headers["Set-Cookie"]
            assert kept.startswith(f"{SEAT}=")
            assert all(word in kept for word in ("HttpOnly", "SameSite=Strict", "Path=/"))

    run(play)


def test_each_page_of_a_tablet_hears_its_number_and_one_that_has_not_joined_hears_nothing(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        number = await tablet.join(hall.code)
        told = await tablet.enter()
        assert f"Tablette {number}" in told["bar"]
        assert "renew" not in told
        other = Tablet(hall)
        await other.open("chapter")
        await other.connect()
        await other.act("sign_in", number="1 23", code="")  # what it hears next is the answer, not the room

    run(play)


def test_a_tablet_that_has_joined_is_told_its_number_and_gets_no_other_one(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        number = await tablet.join(hall.code)
        for path in ("rejoindre", f"rejoindre/{hall.code}", "rejoindre/000"):
            answer = await join(hall, path, tablet.cookie)
            assert "Set-Cookie" not in answer.headers
            assert f"Tablette {number}" in words(answer.body)
            assert "Jamais ce que vous tapez." in words(answer.body)

    run(play)


def test_a_strip_of_paper_gives_its_number_and_the_form_keeps_it(hall):
    async def play() -> None:
        wanted = int(await Tablet(hall).join(hall.code)) + 1
        assert await Tablet(hall).join(f"{hall.code}?tablette={wanted}") == str(wanted)
        assert f'name="tablette" value="{wanted}"'.encode() in (await join(hall, f"rejoindre?tablette={wanted}")).body
        for nonsense in ("%3Cb%3E", "-1", "", "0", "123456"):
            assert b'name="tablette"' not in (await join(hall, f"rejoindre?tablette={nonsense}")).body

    run(play)


def test_the_form_says_what_is_wrong_without_blame(hall):
    async def play() -> None:
        for path, said in (
            ("rejoindre", "Le code a 6 chiffres."),
            ("rejoindre?code=", "Tapez les 6 chiffres du code"),
            ("rejoindre?code=%3Cb%3E", "Ce code n'est pas celui de la salle."),
        ):
            answer = await join(hall, path)
            assert "Set-Cookie" not in answer.headers
            assert said in words(answer.body).replace("’", "'"), path
            assert b"<b>" not in answer.body
        form = (await join(hall, "rejoindre")).headers["Content-Security-Policy"]
        assert "form-action 'self'" in form

    run(play)


def test_after_a_restart_a_page_goes_on_with_its_number_and_the_file_is_for_its_owner_only(hall):
    async def before() -> tuple[Tablet, str]:
        tablet = Tablet(hall)
        number = await tablet.join(hall.code)
        await tablet.enter()
        return tablet, number

    async def after(tablet: Tablet, number: str) -> None:
        assert await Tablet(hall).join(hall.code) == str(int(number) + 1)
        tablet.life = None
        assert f"Tablette {number}" in (await tablet.enter())["bar"]

    tablet, number = run(before)
    keys = hall.keys
    hall.stop()
    assert stat.S_IMODE(hall.file.stat().st_mode) == 0o600
    assert {*keys} == {"key", "code", "secret", "deals", "begun", "given"}
    assert list(hall.file.parent.iterdir()) == [hall.file]
    hall.start()
    assert {**hall.keys, "given": 0} == {**keys, "given": 0}
    run(lambda: after(tablet, number))


def test_a_link_that_is_only_looked_at_takes_no_number(hall):
    async def play() -> None:
        for how in ({"headers": {"Sec-Purpose": "prefetch"}}, {"method": "HEAD"}):
            answer = await fetch(home(hall, f"rejoindre/{hall.code}"), follow_redirects=False, **how)
            assert answer.code in (404, 405)
            assert "Set-Cookie" not in answer.headers

    run(play)


def test_a_page_that_was_cut_off_hears_its_number_again_and_misses_no_answer(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        number = await tablet.join(hall.code)
        await tablet.enter()
        await tablet.tell_room("help")
        await tablet.hear_room()
        tablet.socket.close()
        assert (await tablet.connect(Cookie=tablet.cookie))["done"] == 0
        told = await tablet.hear_room()
        assert f"Tablette {number}" in told["bar"]
        assert "Votre demande est envoyée." in told["bar"]
        assert '1 23"' in await tablet.act("sign_in", number="1 23", code="")
        await tablet.tell_room("thanks")
        assert "J'ai besoin d'aide" in (await tablet.hear_room())["bar"]

    run(play)


def test_the_terminal_tells_the_code_and_the_secret_link_and_nobody_else_is_told(hall):
    assert hall.said.count(f"/salle?cle={hall.keys['secret']}") == hall.said.count("La salle est ouverte.") >= 1
    assert f"{hall.code[:3]} {hall.code[3:]}" in hall.said
    assert hall.log.read_text(encoding="utf-8") == ""
