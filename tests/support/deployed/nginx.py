"""Two servers of the course behind nginx, with TLS and a prefix: the very file of deploy/, on ports of its own."""

import ssl
import subprocess
from pathlib import Path

from tests.support import ROOT
from tests.support.server import Server, free_port

CONF = ROOT / "deploy" / "nginx" / "atelier.conf"
_AROUND = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log crit;
events {{ worker_connections 256; }}
http {{
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
include {folder}/atelier.conf;
}}
"""


class Balanced:
    """The servers, and where a page finds them: what `Learner` asks of a server."""

    def __init__(self, folder: Path, notebooks: Path) -> None:
        self.folder = folder
        self.port = free_port()
        public = f"--public-url=https://localhost:{self.port}/salle"
        options = ("--service", "--ip=127.0.0.1", "--grace=1", public)
        self.copies = [Server(notebooks, folder / f"{one}.log", *options) for one in "ab"]

    @property
    def base(self) -> str:
        return f"https://localhost:{self.port}/salle/"

    @property
    def door(self) -> str:
        return f"wss://localhost:{self.port}/salle/voila/atelier/door"

    def address(self, notebook: str) -> str:
        return f"{self.base}voila/render/{notebook}.ipynb"

    def start(self) -> None:
        for copy in self.copies:
            copy.begin()
        self._certify()
        text = CONF.read_text(encoding="utf-8")
        ports = {"8866": self.copies[0].port, "8867": self.copies[1].port, "443": self.port, "80": free_port()}
        for known, own in ports.items():
            for before in ("127.0.0.1:", "listen ", "listen [::]:"):
                text = text.replace(f"{before}{known} ", f"{before}{own} ").replace(
                    f"{before}{known};", f"{before}{own};"
                )
        text = text.replace("ateliers.example", "localhost").replace("/etc/ssl/atelier", f"{self.folder}")
        text = text.replace("/var/log/nginx", f"{self.folder}")
        (self.folder / "atelier.conf").write_text(text, encoding="utf-8")
        (self.folder / "nginx.conf").write_text(_AROUND.format(folder=self.folder), encoding="utf-8")
        command = ["nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        for copy in self.copies:
            copy.read_until_open()
        self.trusted = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        for copy in self.copies:
            if copy.process.poll() is None:  # one that was killed is gone
                copy.stop()

    def _certify(self) -> None:
        for_ = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
        kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        out = ["-keyout", str(self.folder / "privkey.pem"), "-out", str(self.folder / "fullchain.pem")]
        subprocess.run(["openssl", "req", "-x509", *kind, *for_, *out], check=True, capture_output=True)
