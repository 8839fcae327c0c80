"""The states of the home page, the messages and the information."""

_IN = {
    "jessica": ("sign_in", {"number": "2 82 02 95 000 199", "code": "48151623"}),
    "ange": ("sign_in", {"number": "1 78 07 2A 000 042", "code": "Maquis1978"}),
    "luc": ("sign_in", {"number": "1 63 02 31 000 276", "code": "Pastel1963"}),
    "nadia": ("sign_in", {"number": "2 84 03 99 000 142", "code": "Lavande84"}),
    "fatou": ("sign_in", {"number": "2 95 09 99 000 238", "code": "4073"}),
}
_FATOU_INSIDE = (_IN["fatou"], ("choose_code", {"code": "Baobab-95", "again": "Baobab-95"}))
QUESTION = {
    "subject": "Ma carte Vitale",
    "text": "Bonjour,\n\nMa carte Vitale ne marche plus.\nQue dois-je faire ?\n\nJessica Petit",
    "document": "Justificatif de domicile",
}
REAL = {**QUESTION, "text": "Mon numéro est le 2 82 02 95 046 199. Merci."}


def _open(page: str) -> tuple[str, dict[str, str]]:
    return ("open", {"page": page})


_TO_WRITE = (_IN["jessica"], _open("messages"), ("write", {}))
_SENT = (*_TO_WRITE, ("send_message", QUESTION))

STATES = {
    "home, in 2019": ("nadia", _IN["nadia"]),
    "home, nothing to send": ("ange", _IN["ange"]),
    "home, after a new code": ("fatou", *_FATOU_INSIDE),
    "processing times": ("jessica", _IN["jessica"], _open("processing_times")),
    "information": ("jessica", _IN["jessica"], _open("my_information")),
    "information, no primary doctor": ("fatou", *_FATOU_INSIDE, _open("my_information")),
    "messages": ("jessica", _IN["jessica"], _open("messages")),
    "messages, none": ("luc", _IN["luc"], _open("messages")),
    "messages, one open": (
        "jessica",
        _IN["jessica"],
        _open("messages"),
        ("read", {"letter": "jessica-rendez-vous"}),
    ),
    "messages, none sent": ("jessica", _IN["jessica"], _open("messages"), ("list", {"list": "sent"})),
    "write a message": ("jessica", *_TO_WRITE),
    "write a message, half typed": ("jessica", *_TO_WRITE, ("keep_draft", {"text": "Bonjour,"})),
    "write a message, nothing typed": ("jessica", *_TO_WRITE, ("send_message", {})),
    "write a message, too long": ("jessica", *_TO_WRITE, ("send_message", {**QUESTION, "text": "Bonjour. " * 120})),
    "write a message, real number": ("jessica", *_TO_WRITE, ("send_message", REAL)),
    "message sent": ("jessica", *_SENT),
    "messages, sent": ("jessica", *_SENT, _open("messages"), ("list", {"list": "sent"})),
    "messages, sent, one open": (
        "jessica",
        *_SENT,
        _open("messages"),
        ("list", {"list": "sent"}),
        ("read", {"letter": "EX-20210301-01"}),
    ),
}
