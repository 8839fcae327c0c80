"""The rules of the site that change with the years, as `data/editions/*.toml` gives them."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from practice.loading.toml_files import NOT_READ

EXERCISE_VALUE = "valeur de l'exercice"


#: rules whose number is one at least
_AT_LEAST_ONE = (
    "attempts_before_lock",
    "provisional_code_digits",
    "code_requests_in_a_row",
    "code_minimum_length",
    "one_time_code_digits",
    "device_months",
    "letter_days",
    "own_account_age",
    "vitale_end_length",
    "account_end_length",
    "creation_attempts",
    "creation_pause_days",
    "validation_link_hours",
    "default_period_months",
    "history_months",
    "teeth_months_valid",
    "adult_age",
    "vitale_age",
    "daily_allowance_divisor",
    "smic",
    "accident_declaration_hours",
    "accident_decision_days",
    "accident_investigation_days",
    "accident_questionnaire_days",
)


class Owed(StrEnum):
    """What an act of care owes, whatever its refund: a « participation forfaitaire », or which « franchise »."""

    NOTHING = "nothing"
    COPAYMENT = "copayment"
    BOX = "box"
    PARAMEDICAL = "paramedical"
    TRANSPORT = "transport"


@dataclass(frozen=True)
class Tariff:
    """One kind of care. Euros; rate in percent of the base."""

    label: str
    price: Decimal
    base: Decimal
    rate: int
    owes: Owed
    primary_doctor: bool = False  #: a consultation: the rate falls for whoever has declared no primary doctor
    under_age: int = 0  #: for people younger than this only, in years; 0 for everybody

    def __post_init__(self) -> None:
        """Refuse a rate that is no percentage."""
        if not 0 <= self.rate <= 100:  # noqa: PLR2004
            raise ValueError("rate : il faut un pourcentage, de 0 à 100")


@dataclass(frozen=True)
class Edition:
    """One year of the site. Each rule has its source in `sources`, or says « valeur de l'exercice » there.

    Decimals are euros unless said otherwise; rates are whole percents.
    """

    title: str
    now: datetime  #: the only clock of the course starts here
    code_label: str
    way_in: tuple[str, ...]  #: the pages from the public site to where one signs in
    secret_words: tuple[str, ...]  #: what one types to sign in is called so: one, and several
    forgotten_label: str
    code_hint: str  #: under the field of the code, if there is something to say
    one_time_code_minutes: int  #: how long the code works that is asked for after the first one; 0: none is
    one_time_code_digits: int
    device_months: int  #: for how long a device is not asked for another
    reset_link_minutes: int  #: how long the link works that leads to a new password; 0: a provisional code is sent
    letter_days: int  #: until a letter of the caisse is there
    attempts_before_lock: int
    provisional_code_digits: int
    code_requests_in_a_row: int
    code_minimum_length: int
    code_maximum_length: int
    code_special_characters: str
    caisse_phone: str
    own_account_age: int
    account_on_request_age: int  #: from which a minor may ask for an account; 0: never
    creation_labels: dict[str, str] = field(hash=False)  #: of the questions of the first step, by name
    iban_end_length: int  #: signs that the second step asks; 0: it asks the carte Vitale and the account number
    vitale_end_length: int  #: digits
    account_end_length: int  #: characters
    creation_attempts: int
    creation_pause_days: int
    validation_link_hours: int
    france_connect_providers: tuple[str, ...]  #: ids of data/france_connect.toml, in the order in which they are shown
    france_connect_unusual_mail: bool  #: whether it writes when a connection is unusual
    payments_title: str
    statements_link: str  #: what leads from the payments to the statements
    statements_title: str
    contributions_in_payments: bool  #: whether participations and franchises stand among the payments
    pays_online: bool  #: whether what is owed can be paid from there
    default_period_months: int
    history_months: int
    teeth_form: bool  #: M'T Dents asks for a form, to print
    teeth_ages: tuple[int, ...]  #: years at which M'T Dents offers an examination
    teeth_months_before: int  #: it is offered so long before the birthday
    teeth_months_valid: int  #: and is good so long from it
    adult_age: int
    vitale_app_hours: int  #: until somebody has checked who activates the carte Vitale of a phone; 0: there is none
    vitale_age: int  #: from which a carte Vitale of one's own is possible
    rate_without_primary_doctor: int
    copayment: Decimal
    copayment_yearly_cap: Decimal
    deductible_box: Decimal
    deductible_paramedical: Decimal
    deductible_transport: Decimal
    deductible_paramedical_daily_cap: Decimal
    deductible_transport_daily_cap: Decimal
    deductible_yearly_cap: Decimal
    daily_allowance_rate: int
    daily_allowance_divisor: Decimal  #: days in three months
    daily_allowance_waiting_days: int
    daily_allowance_cap_smic: Decimal  #: wages count up to so many times the monthly Smic
    smic: Decimal  #: gross, a month
    accident_declaration_hours: int
    accident_decision_days: int
    accident_investigation_days: int
    accident_questionnaire_days: int
    tariffs: dict[str, Tariff] = field(hash=False)
    sources: dict[str, str] = field(default_factory=dict, hash=False)
    sick_leave_form: str = ""  #: how a sick leave reaches the caisse, if there is something to say
    days_later: int = field(default=0, metadata=NOT_READ)  #: than the edition at the bottom: what comes again follows

    def __post_init__(self) -> None:
        """Refuse a number that no site could have."""
        for name in _AT_LEAST_ONE:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} : il faut un nombre au-dessus de zéro")
        if self.code_minimum_length > self.code_maximum_length:
            raise ValueError("code_minimum_length : il faut moins que code_maximum_length")
        if len(self.secret_words) != 2:  # noqa: PLR2004
            raise ValueError("secret_words : il faut deux textes, pour un et pour plusieurs")
        if list(self.teeth_ages) != sorted(set(self.teeth_ages)):
            raise ValueError("teeth_ages : il faut les âges dans l'ordre, chacun une fois")
