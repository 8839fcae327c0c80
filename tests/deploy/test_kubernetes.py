"""The Helm chart: drawn by Helm's own engine, checked by the schemas of Kubernetes, with no right too many."""

import pytest
import yaml

from practice.doors.voila.options import parse
from tests.support import ROOT, SITE

helm_python = pytest.importorskip("helm_python", reason="Helm (helm-python-sdk) n'est pas là : rien n'est dessiné")
kubernetes_validate = pytest.importorskip("kubernetes_validate", reason="les schémas de Kubernetes ne sont pas là")

CHART = ROOT / "deploy" / "helm" / "atelier"
VERSIONS = ("1.29", "1.34")
ALL = {"figures": {"enabled": True}, "edition": "2026", "image": {"pullSecrets": ["registre"]}}


@pytest.fixture(scope="module")
def chart():
    with helm_python.Chart.load(CHART) as loaded:
        yield loaded


def drawn(chart, values: dict) -> dict[str, dict]:
    """Return the objects that the chart makes, by their kind."""
    files = chart.render(values, name="cours", namespace="atelier")
    objects = [yaml.safe_load(text) for name, text in files.items() if name.endswith(".yaml")]
    return {one["kind"]: one for one in objects if one}


@pytest.fixture(scope="module")
def made(chart) -> dict[str, dict]:
    return drawn(chart, {})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("values", [{}, ALL, {"networkPolicy": False}], ids=["usual", "all", "open"])
def test_each_object_is_one_that_kubernetes_takes(chart, values, version):
    objects = drawn(chart, values)
    assert {"Deployment", "Service", "Ingress", "HorizontalPodAutoscaler", "PodDisruptionBudget"} <= objects.keys()
    for one in objects.values():
        kubernetes_validate.validate(one, version, strict=True)


def test_helm_finds_nothing_to_say_of_it():
    told = [said for said in helm_python.lint(CHART)["messages"] if "icon" not in said["error"]]
    assert told == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"host": "Pas un nom"},
        {"prefix": "salle"},
        {"image": {"tag": "latest"}},
        {"autoscaling": {"minReplicas": 1}},
        {"limits": {"mostRequests": 0}},
        {"inconnu": 1},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_value_is_refused_before_anything_is_installed(chart, wrong):
    with pytest.raises(helm_python.HelmError):
        chart.render(wrong)


def test_the_course_has_no_right_that_it_needs_not(made):
    pod = made["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    rights = container["securityContext"]
    assert rights["readOnlyRootFilesystem"] is True
    assert (rights["allowPrivilegeEscalation"], rights["privileged"]) == (False, False)
    assert rights["capabilities"] == {"drop": ["ALL"]}
    assert container["resources"]["limits"]["memory"]
    assert made["NetworkPolicy"]["spec"]["egress"] == []


@pytest.mark.parametrize("values", [{}, ALL], ids=["usual", "all"])
def test_the_command_that_it_runs_is_one_that_the_course_understands(chart, values):
    (container,) = drawn(chart, values)["Deployment"]["spec"]["template"]["spec"]["containers"]
    told = parse(SITE, container["args"])
    assert (told.service, told.prefix, told.public_url) == (True, "/salle/", "https://ateliers.example/salle/")
    assert told.port == next(port["containerPort"] for port in container["ports"] if port["name"] == "http")
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert told.figures == (("0.0.0.0", ports["figures"]) if "figures" in ports else None)


def test_a_probe_asks_what_the_course_answers_and_a_stop_is_longer_than_what_it_takes(made):
    pod = made["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    asked = {name: container[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert asked == {"startupProbe": "/sante", "livenessProbe": "/sante", "readinessProbe": "/sante/pret"}
    waits = int(container["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > waits + 2 * parse(SITE, []).grace


def test_a_new_version_comes_copy_by_copy_and_an_address_is_never_written(made):
    assert made["Deployment"]["spec"]["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    assert "replicas" not in made["Deployment"]["spec"]
    assert made["HorizontalPodAutoscaler"]["spec"]["minReplicas"] >= 2
    told = made["Ingress"]["metadata"]["annotations"]
    assert told["nginx.ingress.kubernetes.io/enable-access-log"] == "false"
    assert not [name for name in told if "affinity" in name]  # any copy answers any page


#: what Zero to JupyterHub knows of what we tell it; its own schema is in its chart, which no registry here has
KNOWN = {
    "hub": {"services", "config", "networkPolicy"},
    "proxy": {"chp"},
    "singleuser": {
        "image", "cmd", "defaultUrl", "cloudMetadata", "extraEnv", "memory", "cpu", "storage", "networkPolicy",
    },
    "cull": {"enabled", "timeout"},
}  # fmt: skip


def test_zero_to_jupyterhub_is_told_where_the_course_is(chart):
    values = yaml.safe_load((ROOT / "deploy" / "helm" / "zero-to-jupyterhub.yaml").read_text(encoding="utf-8"))
    assert {name: set(told) for name, told in values.items()} == KNOWN
    service = drawn(chart, {"prefix": "/services/atelier/"})["Service"]
    port = service["spec"]["ports"][0]["port"]
    assert values["hub"]["services"]["atelier"]["url"] == f"http://{service['metadata']['name']}.atelier.svc:{port}"
    assert values["singleuser"]["extraEnv"]["ATELIER_WORK"] == "travail/mon_travail.json"
