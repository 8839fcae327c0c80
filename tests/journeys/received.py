"""The states of « Vrai ou faux ? »: what was received, judged and settled."""

_AT = "luc at received"
_SMS, _TRUE = ("look", {"thing": "sms_carte_vitale"}), ("look", {"thing": "mail_nouveau_message"})
_FALSE, _GENUINE, _CHECK = (("judge", {"answer": answer}) for answer in ("false", "genuine", "check"))

STATES = {
    "received": (_AT,),
    "received, one open": (_AT, _SMS),
    "received, look again": (_AT, _SMS, _GENUINE),
    "received, checked elsewhere": (_AT, _SMS, _CHECK),
    "received, recognised": (_AT, _SMS, _FALSE),
    "received, another thing is better": (_AT, _SMS, _FALSE, ("act", {"act": "pay"})),
    "received, settled": (_AT, _SMS, _FALSE, ("act", {"act": "report"})),
    "received, a genuine one": (_AT, _TRUE, _GENUINE, ("act", {"act": "look"})),
    "received, one of three settled": (_AT, _SMS, _FALSE, ("act", {"act": "report"}), ("list", {})),
}
