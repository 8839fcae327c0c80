"""JupyterHub pour l'atelier : à chacun son JupyterLab avec les carnets, et le cours pour tous à /services/atelier/.

    jupyterhub -f jupyterhub_config.py

Dans l'environnement de JupyterHub : `pip install jupyterhub atelier_ameli-….whl`, et le proxy : `npm install -g
configurable-http-proxy`. Les variables que l'on peut dire :

    ATELIER_PUBLIC      l'adresse de JupyterHub vue de dehors : https://hub.example (http://localhost:8000)
    ATELIER_EDITION     l'année du site (celle du cours)
    ATELIER_PORT        le port du cours, sur cet ordinateur (10101)
    ATELIER_ESSAI       1 : un essai sur cet ordinateur, sans compte ni mot de passe ; jamais ailleurs

Qui a le droit d'entrer (Authenticator), et où tournent les JupyterLab (Spawner), se disent à la fin, selon la maison.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

c = get_config()  # noqa: F821

PUBLIC = os.environ.get("ATELIER_PUBLIC", "http://localhost:8000").rstrip("/")
PORT = os.environ.get("ATELIER_PORT", "10101")
TRIAL = os.environ.get("ATELIER_ESSAI") == "1"

COURSE = Path(find_spec("atelier_ameli").origin).parent
#: les réglages de JupyterLab : dans la distribution, ou à côté d'elle quand on a les sources
SETTINGS = next(folder for folder in (COURSE / "jupyter", COURSE.parents[1] / "jupyter") if folder.is_dir())

# ---- Le cours, pour tous : une page n'a besoin d'aucun compte, et le navigateur garde le travail

year = [f"--edition={os.environ['ATELIER_EDITION']}"] if "ATELIER_EDITION" in os.environ else []
here = ["--service", "--ip=127.0.0.1", f"--port={PORT}", f"--public-url={PUBLIC}/services/atelier/"]
c.JupyterHub.services = [
    {
        "name": "atelier",
        "url": f"http://127.0.0.1:{PORT}",
        "command": [sys.executable, "-m", "atelier_ameli.serve", *here, *year],
    }
]

# ---- Un JupyterLab par personne : les carnets sont copiés dans son dossier, et son travail y est gardé

copies = " ".join([f"{sys.executable} -m atelier_ameli.check --quick --copies=carnets", *year])
c.Spawner.cmd = ["sh", "-c", f'{copies} && exec {sys.executable} -m jupyterhub.singleuser "$@"', "sh"]
c.Spawner.default_url = "/lab/tree/carnets/00_accueil.ipynb"
c.Spawner.environment = {
    "ATELIER_WORK": "travail/mon_travail.json",  # dans le dossier de la personne, lisible d'elle seule
    "JUPYTER_PLATFORM_DIRS": "1",
    "JUPYTER_PATH": str(SETTINGS),
    "JUPYTER_CONFIG_PATH": str(SETTINGS),
    **({"ATELIER_EDITION": os.environ["ATELIER_EDITION"]} if year else {}),
}
c.Spawner.http_timeout = 60
c.Spawner.start_timeout = 120
c.Spawner.mem_limit = "1G"  # pour les Spawner qui savent la faire respecter

# ---- Un essai sur cet ordinateur

if TRIAL:
    c.JupyterHub.bind_url = PUBLIC.replace("localhost", "127.0.0.1")
    c.JupyterHub.spawner_class = "simple"
    c.JupyterHub.authenticator_class = "dummy"
    c.DummyAuthenticator.allow_all = True

# ---- Ici, la maison : c.JupyterHub.authenticator_class = …
