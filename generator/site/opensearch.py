"""Describe the archive's search, so that a browser can add it to its own (OpenSearch 1.1)."""

from xml.etree import ElementTree as ET

from generator.config import Settings

NAME_LIMIT = 16
"""The most characters of a short name, by the specification."""

_LONG_LIMIT = 48
_SPACE = "http://a9.com/-/spec/opensearch/1.1/"


def render_opensearch(settings: Settings, language: str) -> str:
    """Return the description document; its addresses are absolute, by the site's own."""
    root = ET.Element("OpenSearchDescription", {"xmlns": _SPACE})
    said = {
        "ShortName": _shorten(settings.title, NAME_LIMIT),
        "LongName": _shorten(settings.title, _LONG_LIMIT),
        "Description": settings.description or settings.title,
        "Language": language,
        "InputEncoding": "UTF-8",
        "OutputEncoding": "UTF-8",
    }
    for name, text in said.items():
        ET.SubElement(root, name).text = text
    search = {"type": "text/html", "template": f"{settings.site_url}search/?q={{searchTerms}}"}
    ET.SubElement(root, "Url", search)
    own = {
        "type": "application/opensearchdescription+xml",
        "rel": "self",
        "template": f"{settings.site_url}opensearch.xml",
    }
    ET.SubElement(root, "Url", own)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _shorten(title: str, limit: int) -> str:
    """Return the title, or as many of its first words as fit."""
    if len(title) <= limit:
        return title
    # One character more: a space there ends the last word that fits.
    return title[: limit + 1].rpartition(" ")[0].rstrip(" ,;:–-") or title[:limit]
