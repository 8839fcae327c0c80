"""Where the creation of an account stops, and the ways on. Nobody is to blame, and no page is a dead end."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from atelier_ameli.access.forgotten_code import page_when_forgotten
from atelier_ameli.creation.create_step import to_france_connect
from atelier_ameli.creation.creation_steps import page_of_proof
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.drawing.dates import day
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_ON_REQUEST = (
    "Dès {age} ans, on peut demander à sa caisse un compte à soi. On devient alors « assuré autonome », ou autonome."
)


class CreateStop(Page):
    """Why no account can be created now, and what to do."""

    address = SIGN_IN_ADDRESS
    template = "create_stop.html"
    for_herself = True
    why: ClassVar[tuple[str, ...]]
    ways: ClassVar[tuple[tuple[str, str], ...]]  #: what can be done: the action, the words of its button

    def handle_login(self, _: Mapping[str, Any]) -> str:
        return "login"

    def handle_forgotten_code(self, _: Mapping[str, Any]) -> str:
        return page_when_forgotten(self.world)

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "create_account"


class CreateKnown(CreateStop):
    """She has an account already."""

    name = "create_known"
    title = "Vous avez déjà un compte"

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        secret = world.edition.secret_words[0]
        wanted = "un lien par e-mail" if world.edition.reset_link_minutes else "un code provisoire"
        self.why = (
            "Un compte existe déjà à votre nom. Il n'y a rien à créer.",
            f"Vous avez votre {secret} ? Connectez-vous. Vous ne l'avez plus ? Demandez {wanted}.",
        )
        self.ways = (("login", "Me connecter"), ("forgotten_code", f"J'ai oublié mon {secret}"))


class CreateChild(CreateStop):
    """She is too young for an account of her own (domain.md §1.3: « own account at 18 »)."""

    name = "create_child"
    title = "Pas encore de compte à soi"
    why = (
        "Un enfant est rattaché à son parent. Ses soins sont dans le compte de ce parent.",
        "Que faire ? Le parent se connecte avec son numéro et son {secret} à lui.",
    )
    ways = (("login", "Aller à la connexion du parent"), ("back", "Revenir aux questions"))

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        edition = world.edition
        asking = (_ON_REQUEST.format(age=edition.account_on_request_age),) if edition.account_on_request_age else ()
        self.why = (
            f"En général, on crée son compte à partir de {edition.own_account_age} ans.",
            *(words.format(secret=edition.secret_words[0]) for words in type(self).why),
            *asking,
        )


class CreateWaiting(CreateStop):
    """Her number is provisional (domain.md §1.3)."""

    name = "create_waiting"
    title = "Votre numéro est encore provisoire"
    why = (
        "Un numéro qui commence par 5, 6, 7 ou 8 est provisoire. Il ne permet pas d'avoir un compte.",
        "Que faire ? Attendez votre numéro définitif. Il commence par 1 ou 2.",
    )
    ways = (("back", "Revenir aux questions"),)

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        phone = world.edition.caisse_phone
        self.why = (*type(self).why, f"Pour savoir où en est votre demande, appelez votre caisse au {phone}.")


class CreateStopped(CreateStop):
    """Too many proofs were wrong; how many, and how long one waits, are values of the exercise."""

    name = "create_stopped"
    title = "Faites une pause"
    ways = (
        ("wait", "Attendre (simulation)"),
        ("france_connect", "S'identifier avec FranceConnect"),
        ("login", "Revenir à la connexion"),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        tries, days = world.edition.creation_attempts, world.edition.creation_pause_days
        iban = world.edition.iban_end_length
        asked_less = "pas d'IBAN" if iban else "ni carte Vitale ni RIB"
        what = "L'IBAN n'a pas été" if iban else "La carte Vitale ou le RIB n'ont pas été"
        self.why = (
            f"{what} reconnu{'' if iban else 's'} {tries} fois. C'est une protection, pas une faute.",
            f"Vous pourrez essayer encore dans {days} jour{'s' if days > 1 else ''}. Rien n'est perdu.",
            f"Vous ne voulez pas attendre ? FranceConnect ne demande {asked_less}.",
            "Le nombre d'essais et la pause sont des valeurs de l'exercice.",
        )

    def handle_wait(self, _: Mapping[str, Any]) -> str:
        """Let the pause go by."""
        self.world.wait(days=self.world.edition.creation_pause_days)
        self.note = f"Nous sommes le {day(self.world.today)}. Vous pouvez essayer encore."
        return page_of_proof(self.world) if self.world.creation.person else "create_account"

    def handle_france_connect(self, _: Mapping[str, Any]) -> str:
        return to_france_connect(self.world)
