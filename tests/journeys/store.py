"""The drawn phone itself: its icons, its shop of applications, the first opening of the application."""

_PHONE = ("switch", {})
_STORE = ("ange at phone_home", _PHONE, ("store", {}))
_FOUND = (*_STORE, ("search_store", {"wanted": "ameli"}))
RIGHT = (*_FOUND, ("look_at", {"app": "ameli"}))
_FETCHING = (*RIGHT, ("get", {}))
INSTALLED = (*_FETCHING, ("fetch", {}))
_FIRST = (*INSTALLED, ("launch", {}))
READY = (*_FIRST, ("allow", {}), ("allow", {}), ("allow", {}))

STATES = {
    "phone icons, on a computer": ("ange at phone_home",),
    "phone icons": ("ange at phone_home", _PHONE),
    "phone icons, one for the eye only": ("ange at phone_home", _PHONE, ("icon", {"icon": "Météo"})),
    "phone icons, with the application": (*READY, ("phone_home", {})),
    "store": _STORE,
    "store, nothing typed": (*_STORE, ("search_store", {})),
    "store, nothing found": (*_STORE, ("search_store", {"wanted": "tricot"})),
    "store, found": _FOUND,
    "store, found, like an Android": (*_STORE, ("look", {"look": "android"}), *_FOUND[3:]),
    "store, found, like an iPhone": (*_STORE, ("look", {"look": "iphone"}), *_FOUND[3:]),
    "store, the right one": RIGHT,
    "store, the right one, like an Android": (*_STORE, ("look", {"look": "android"}), *RIGHT[3:]),
    "store, a look-alike": (*_FOUND, ("look_at", {"app": "rembours"})),
    "store, a look-alike chosen": (*_FOUND, ("look_at", {"app": "rembours"}), ("get", {})),
    "store, to confirm": (*_STORE, ("look", {"look": "iphone"}), *RIGHT[3:], ("get", {})),
    "store, fetching": _FETCHING,
    "store, stopped": (*_FETCHING, ("remove", {})),
    "store, installed": INSTALLED,
    "store, taken away": (*READY, ("phone_home", {}), ("store", {}), *RIGHT[3:], ("remove", {})),
    "first opening": _FIRST,
    "first opening, refused": (*_FIRST, ("allow", {}), ("refuse", {})),
    "first opening, sign in": READY,
    "first opening, all refused": (*_FIRST, ("refuse", {}), ("refuse", {}), ("refuse", {})),
}
