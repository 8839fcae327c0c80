"""The carte Vitale in 2026: one lost or stolen is blocked at once, and the new one is ordered."""

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.pages import soup, text


def plain(screen):
    return text(screen).replace("\u00a0", " ")


def cards(screen):
    screen.do("open", page="my_information")
    return plain(screen).partition("Ma carte Vitale")[2]


def closed(screen, request):
    screen.do("begin", request=request)
    note = soup(screen).find(id=f"{screen.key}-closed")
    return note.get_text(" ").replace("\u00a0", " ") if note else ""


def test_a_card_lost_is_blocked_at_once_and_no_other_is_made_until_it_is_ordered():
    screen = reach("2026, card lost, sent")
    assert "Signaler la perte ou le vol de ma carte Vitale : la caisse a reçu votre demande." in plain(screen)
    assert "La nouvelle carte n'est pas encore demandée." in plain(screen)
    assert soup(screen).find(id=f"{screen.key}-order").get_text() == "Commander ma carte Vitale"
    screen.do("open", page="follow_up")
    screen.do("wait", days="30")
    assert "Bloquée. Personne ne peut plus l'utiliser. Commandez la nouvelle." in cards(screen)


def test_the_new_one_is_ordered_from_there_and_is_in_service_two_weeks_later():
    screen = reach("2026, card ordered after a loss")
    assert "Commandée. Elle arrive vers le 16 mars 2026." in cards(screen)
    assert "la carte n'est pas encore arrivée" in closed(screen, "vitale_problem")
    screen.do("open", page="follow_up")
    for _ in range(2):
        screen.do("wait", days="7")
    assert "En service." in cards(screen)


def test_a_card_blocked_is_not_told_again_but_ordered_and_one_that_works_is_not_ordered():
    screen = reach("2026, card lost, sent")
    assert "Ensuite : « Commander ma carte Vitale »." in closed(screen, "vitale_problem")
    assert closed(screen, "vitale_order") == ""
    fine = Screen("requests", persona="ange", edition="2026")
    assert "« Signaler la perte ou le vol de ma carte Vitale »" in closed(fine, "vitale_order")


def test_in_2021_the_new_card_comes_by_itself():
    screen = reach("vitale problem, lost, sent")
    assert "n'est pas encore demandée" not in plain(screen)
