"""What is known of the site that a page is from, by people who have looked at its pages.

A person's own rules (`rules/<host>.toml`) are followed where they find something; the parsers of
`fundus`, where that is installed, are witnesses that are heard where the page bears them out.
"""

from dataclasses import dataclass, field

from generator.model import Snapshot
from generator.parsing.document import Document
from generator.parsing.hosts.publishers import ask_fundus
from generator.parsing.hosts.rules import Rule, RuleBook, follow, parse_rules
from generator.parsing.hosts.testimony import Testimony

__all__ = ["Guides", "Rule", "RuleBook", "Testimony", "ask_guides", "parse_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guides:
    """What may be asked about a site: a person's rules, and whether `fundus` is heard.

    With `keep`, every page is taken for an article, though it may look like none.
    """

    rules: RuleBook = field(default_factory=RuleBook)
    publishers: bool = False
    keep: bool = False


def ask_guides(document: Document, snapshot: Snapshot, guides: Guides) -> Testimony:
    """Return what the guides say of a page, the person's own rules first.

    What a rule removes is taken out of the document's tree.
    """
    captured = snapshot.captured.moment.date() if snapshot.captured else None
    rule = guides.rules.find(document.url, captured)
    heard = ask_fundus(document, snapshot.text, captured) if guides.publishers else Testimony()
    return follow(rule, document).over(heard) if rule else heard
