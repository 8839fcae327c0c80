"""What deploy/ says of the course's own command: each option is one, each file keeps addresses out of its logs."""

import os
import re
import shlex
from configparser import ConfigParser

import pytest

from practice.doors.voila import options
from practice.doors.voila.limits import FROM_ONE_ADDRESS, MOST_REQUESTS
from practice.doors.voila.open_pages import MOST_PAGES
from tests.support import ROOT, SITE
from tests.support.engines.programs import NGINX

DEPLOY = ROOT / "deploy"
CONF = (DEPLOY / "nginx" / "atelier.conf").read_text(encoding="utf-8")
README = (DEPLOY / "README.md").read_text(encoding="utf-8")


def test_each_copy_is_started_as_the_course_understands_and_heard_by_nginx_alone():
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / "nginx" / "atelier@.service", encoding="utf-8")
    service = unit["Service"]
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", CONF)
    assert len(ports) == 2
    for port in ports:
        python, dash, module, *told = shlex.split(service["ExecStart"].replace("%i", port))
        assert (python, dash, module) == ("/opt/atelier/bin/python", "-m", "atelier_ameli.serve")
        read = options.parse(SITE, told)
        assert (read.ip, read.port, read.service, read.prefix) == ("127.0.0.1", int(port), True, "/salle/")
        assert float(service["TimeoutStopSec"]) > 2 * read.grace
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"


@pytest.mark.skipif(
    not os.environ.get("CI"), reason="un ordinateur peut ne pas avoir nginx ; l'intégration continue l'a"
)
def test_the_gate_tries_nginx_for_real():
    assert NGINX.is_here, NGINX.missing


def test_nginx_writes_no_address_and_tells_who_asks():
    blocks = CONF.split("\nserver {")[1:]
    assert len(blocks) == 2
    assert all("access_log off;" in block for block in blocks)
    assert re.search(r"error_log\s+\S+ crit;", blocks[1])
    assert re.search(r"proxy_set_header\s+X-Real-IP\s+\$remote_addr;", blocks[1])
    assert re.search(r"proxy_set_header\s+X-Forwarded-For\s+\$remote_addr;", blocks[1])


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`--([a-z][a-z-]+)", README)) - {"target"}))
def test_an_option_that_the_guide_names_is_one(option):
    assert f"  --{option} " in options._HELP


def test_the_guide_has_the_values_of_the_course():
    assert f"| `--most-pages` | {MOST_PAGES} |" in README
    assert f"| `--most-from-one` | {FROM_ONE_ADDRESS} |" in README
    assert f"| `--most-requests` | {MOST_REQUESTS // 1000} 000 par minute |" in README


def test_a_file_that_the_guide_names_is_there():
    named = re.findall(r"`((?:nginx|jupyterhub|helm|docker)/[\w@./-]+|(?:tests|benchmarks)/[\w./]+)`", README)
    assert len(named) > 5
    for name in named:
        assert (DEPLOY / name).exists() or (ROOT / name).exists(), name
