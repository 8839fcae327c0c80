"""The tabs of the account, in order: the name of each page, and what its tab says."""

TABS = (
    ("account_home", "Accueil"),
    ("payments", "Mes paiements"),
    ("messages", "Ma messagerie"),
    ("requests", "Mes démarches"),
    ("prevention", "Mon espace prévention"),
    ("my_information", "Mes informations"),
)
#: the menu of the application (seed, « Application »)
PHONE_TABS = (
    ("account_home", "Accueil"),
    ("payments", "Mes paiements"),
    ("requests", "Mes démarches"),
    ("documents", "Mes documents"),
    ("my_information", "Mes informations"),
    ("messages", "Ma messagerie"),
)
