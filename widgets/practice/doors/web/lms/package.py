"""The package: the folder of the course and its manifest, in one archive."""

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from practice.chapter import ChapterError
from practice.doors.web.built import Built
from practice.doors.web.folder import write_folder
from practice.doors.web.lms.told import exercises_of, script_of
from practice.editions import chapter_of
from practice.site import Site

MANIFEST = "imsmanifest.xml"
_CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_package(
    site: Site, notebooks: Sequence[Path], file: Path, engine: Built, today: date, *, tell: Callable[[str], None]
) -> None:
    """Write the course of one edition, where the exercises of these chapters count. Raises ChapterError, OSError.

    It opens on the chapter, if only one counts, else on the home page.
    """
    exercises = counted(site, notebooks)
    only = chapter_of(site, notebooks[0]) if len(notebooks) == 1 else None
    title = f"{only.title} – {site.title}" if only else site.title
    with TemporaryDirectory() as made:
        folder = Path(made)
        write_folder([site], folder, engine, today, tell, more={"lms.js": script_of(site, exercises)})
        names = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
        manifest = manifest_of(f"{title} ({site.year})", f"{site.name}-{site.year}", names, only.name if only else "")
        (folder / MANIFEST).write_bytes(manifest)
        _write_archive(file, folder, (MANIFEST, *names))


def counted(site: Site, notebooks: Sequence[Path]) -> list[str]:
    """Return the ids of the exercises of these chapters. Raises ChapterError if there are none."""
    exercises = exercises_of(site, [notebook.name for notebook in notebooks])
    if not exercises:
        raise ChapterError(f"Il n'y a pas d'exercice dans : {', '.join(notebook.stem for notebook in notebooks)}.")
    return exercises


def manifest_of(title: str, name: str, files: Sequence[str], chapter: str) -> bytes:
    """Return the manifest of a package with one thing to play, which opens on its home page, or on a chapter."""
    root = ET.Element("manifest", {"xmlns": _CONTENT, "xmlns:adlcp": _SCORM, "version": "1.2"})
    root.set("identifier", f"atelier-{re.sub(r'[^A-Za-z0-9.-]', '-', name)}")
    about = ET.SubElement(root, "metadata")
    ET.SubElement(about, "schema").text = "ADL SCORM"
    ET.SubElement(about, "schemaversion").text = "1.2"
    organizations = ET.SubElement(root, "organizations", default="cours")
    organization = ET.SubElement(organizations, "organization", identifier="cours")
    ET.SubElement(organization, "title").text = title
    item = ET.SubElement(organization, "item", identifier="atelier", identifierref="pages", isvisible="true")
    if chapter:
        item.set("parameters", f"?chapitre={chapter}")
    ET.SubElement(item, "title").text = title
    resources = ET.SubElement(root, "resources")
    kind = {"identifier": "pages", "type": "webcontent", "adlcp:scormtype": "sco", "href": "index.html"}
    resource = ET.SubElement(resources, "resource", kind)
    for file in files:
        ET.SubElement(resource, "file", href=file)
    ET.indent(root)
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True)


def _write_archive(file: Path, folder: Path, names: Sequence[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), (folder / name).read_bytes(), zipfile.ZIP_DEFLATED)
