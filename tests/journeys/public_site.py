"""The states of the simulated browser and of the public site."""

_RESULTS = ("visit", {"address": "compte ameli"})
_FALSE = ("judge", {"answer": "false"})
_GENUINE = ("judge", {"answer": "genuine"})
_ALL_JUDGED = [_FALSE, ("next", {})] * 8
_DOOR = "jean at public_site"

STATES = {
    "browser, empty": ("luc at browser",),
    "browser, nothing typed": ("luc at browser", ("visit", {"address": ""})),
    "browser, real number": ("luc at browser", ("visit", {"address": "2 82 02 95 046 199"})),
    "browser, a slip of the finger": ("luc at browser", ("visit", {"address": "www.amelie.fr"})),
    "browser, a look-alike": ("luc at browser", ("visit", {"address": "www.ameli.example"})),
    "browser, results": ("luc at browser", _RESULTS),
    "browser, an advert chosen": ("luc at browser", _RESULTS, ("choose", {"result": "compte-ameli.example"})),
    "browser, the right result chosen": ("luc at browser", _RESULTS, ("choose", {"result": "www.ameli.fr"})),
    "browser, straight to the sign-in": ("luc at browser", ("visit", {"address": "assure.ameli.fr"})),
    "addresses": ("yvette at addresses",),
    "addresses, well judged": ("yvette at addresses", _GENUINE),
    "addresses, look again": ("yvette at addresses", _FALSE, ("next", {}), _GENUINE),
    "addresses, all judged": ("yvette at addresses", *_ALL_JUDGED),
    "public site": (_DOOR,),
    "public site, menu open": (_DOOR, ("menu", {})),
    "public site, the account's door": (_DOOR, ("menu", {}), ("door", {"door": "compte"})),
    "public site, another door": (_DOOR, ("door", {"door": "remboursements"})),
    "public site, found": (_DOOR, ("find", {"wanted": "Comment me connecter à mon compte ?"})),
    "public site, nothing found": (_DOOR, ("find", {"wanted": "girafe"})),
    "public site, nothing looked for": (_DOOR, ("find", {"wanted": ""})),
    "public site, then sign in": (_DOOR, ("door", {"door": "compte"}), ("sign_in_page", {})),
}
