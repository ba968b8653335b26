"""A person's own rules for the pages of a site: selectors, by field and by time.

    [[rule]]
    valid_until = 2021-06-30          # the last day on which pages looked like this
    headline = "h1.title"
    byline = [".author a", "meta[name=author]"]
    published = "time.issued@datetime"
    body = "div.story"
    remove = ".promo"

A selector is one of CSS. `@name` behind it asks for an attribute; without it, a `meta` element
says its `content`, a `time` its `datetime`, any other its text. Of several selectors for one
field, the first that finds something counts.
"""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from cssselect import ExpressionError, SelectorSyntaxError
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from generator.errors import SettingsError
from generator.parsing.document import Claim, Document, clean
from generator.parsing.hosts.testimony import Listed, Testimony
from generator.urls import hosts_of

_SINGLE = ("headline", "dek", "kicker", "section", "published", "modified")
_LISTS = ("byline", "topics")
_ELEMENTS = ("body", "remove")
_FIELDS = (*_SINGLE, *_LISTS, *_ELEMENTS)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_ATTRIBUTE = re.compile(r"@([A-Za-z][\w:-]{0,60})$")
_FOUND_LIMIT = 200

_SAID_IN = {"meta": "content", "time": "datetime"}
"""The attribute that says what an element means, where it isn't the text."""


class Selector(NamedTuple):
    """A CSS selector, and the attribute that is asked for, if it isn't the text."""

    css: str
    attribute: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How pages that were saved up to a day are read; `selectors` are by field, in order."""

    host: str
    valid_until: date = date.max
    selectors: Mapping[str, tuple[Selector, ...]]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of an archive by host, each host's in the order of their last valid days."""

    by_host: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)

    def find(self, url: str | None, captured: date | None) -> Rule | None:
        """Return the rule for a page: that of its host, or of the nearest host above it.

        Where it isn't known when the page was saved, it is the newest.
        """
        for rule in self.of_host(url):
            if (captured or date.max) <= rule.valid_until:
                return rule
        return None

    def of_host(self, url: str | None) -> tuple[Rule, ...]:
        """Return all rules for the site of a page."""
        return next((self.by_host[h] for h in hosts_of(url) if h in self.by_host), ())


# ── Reading rules ────────────────────────────────────────────────────────────────────────────


def parse_rules(text: str, host: str, where: object) -> tuple[Rule, ...]:
    """Return the rules for `host` that `text`, in TOML, gives, by their last valid days.

    Raise SettingsError that names every fault, and `where` it is.
    """
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError([f"not valid TOML: {error}"], where) from error
    rules = said.get("rule")
    if faults := list(_find_faults(said, host)):
        raise SettingsError(faults, where)
    made = [_make_rule(rule, host) for rule in rules or ()]
    return tuple(sorted(made, key=lambda rule: rule.valid_until))


def _make_rule(said: Mapping[str, Any], host: str) -> Rule:
    selectors = {
        name: tuple(map(_parse_selector, _as_list(said[name]))) for name in _FIELDS if name in said
    }
    return Rule(host=host, valid_until=said.get("valid_until", date.max), selectors=selectors)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _parse_selector(text: str) -> Selector:
    found = _ATTRIBUTE.search(text)
    return Selector(text[: found.start()].strip(), found[1]) if found else Selector(text.strip())


@lru_cache(maxsize=1_000)
def _compile(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def _find_faults(said: Mapping[str, Any], host: str) -> Iterator[str]:
    if not _HOST.fullmatch(host):
        yield f'the file must be named by a host, such as "example.com.toml", not "{host}.toml"'
    if host.startswith("www."):
        yield f'name the file "{host[4:]}.toml", which is for pages of {host} as well'
    for key in said.keys() - {"rule"}:
        yield f'"{key}" stands outside a rule (begin each with a line [[rule]])'
    rules = said.get("rule")
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        yield "there is no rule (begin each with a line [[rule]])"
        return
    days = [rule.get("valid_until") for rule in rules]
    for number, rule in enumerate(rules, 1):
        yield from (f"rule {number}: {fault}" for fault in _find_faults_of(rule))
        if rule.get("valid_until") in days[: number - 1]:
            yield f"rule {number}: another rule is valid until the same day"


def _find_faults_of(rule: Mapping[str, Any]) -> Iterator[str]:
    known = ("valid_until", *_FIELDS)
    for key in rule:
        if key not in known:
            # With no cutoff: among so few keys the nearest is of use, however far it is.
            near = difflib.get_close_matches(key, known, n=1, cutoff=0)[0]
            yield f'unknown key "{key}" (did you mean "{near}"?)'
    until = rule.get("valid_until", date.max)
    # A date with a time is a `date` to Python as well.
    if not isinstance(until, date) or isinstance(until, datetime):
        yield '"valid_until" must be a day such as 2021-06-30, without quotes'
    if not rule.keys() & set(_FIELDS):
        yield "it says nothing (give a selector for a field, or for the body)"
    for name in _FIELDS:
        for selector in _as_list(rule.get(name, [])):
            if fault := _find_fault_in(selector):
                yield f'"{name}" {fault}'


def _find_fault_in(selector: object) -> str | None:
    if not isinstance(selector, str) or not selector.strip():
        return 'must be a CSS selector in quotes, such as "h1.title", or a list of them'
    try:
        _compile(_parse_selector(selector).css)
    except (SelectorSyntaxError, ExpressionError) as error:
        return f"is no CSS selector that can be used: {selector} ({error})"
    return None


# ── Following them ───────────────────────────────────────────────────────────────────────────


def find_elements(selector: Selector, root: HtmlElement) -> list[HtmlElement]:
    """Return the elements of a page that a selector finds, in order, up to 200."""
    found: list[HtmlElement] = _compile(selector.css)(root)
    return found[:_FOUND_LIMIT]


def follow(rule: Rule, document: Document) -> Testimony:
    """Return what a page says where the rule looks; take out of its tree what the rule removes."""
    # Before anything is removed: a byline may be taken out of the text and still be read here.
    told = {name: _find_values(rule, name, document.root) for name in (*_SINGLE, *_LISTS)}
    said: dict[str, Any] = {name: found for name, found in told.items() if found}
    for name in said.keys() & set(_SINGLE):
        said[name] = Claim(said[name].values[0], said[name].witness)
    for selector in rule.selectors.get("remove", ()):
        for element in find_elements(selector, document.root):
            _remove(element)
            document.elements.forget()
    for selector in rule.selectors.get("body", ()):
        if elements := _outermost(find_elements(selector, document.root)):
            said |= {"elements": elements, "told_by": _name(rule, selector)}
            break
    return Testimony(**said)


def _find_values(rule: Rule, name: str, root: HtmlElement) -> Listed | None:
    for selector in rule.selectors.get(name, ()):
        found = find_elements(selector, root)
        values = (clean(_value_of(element, selector.attribute)) for element in found)
        if said := tuple(dict.fromkeys(value for value in values if value)):
            return Listed(said, _name(rule, selector))
    return None


def _value_of(element: HtmlElement, attribute: str | None) -> str:
    if name := attribute or _SAID_IN.get(str(element.tag)):
        said = element.get(name)
        if said or attribute:
            return said or ""
    return " ".join(element.itertext())


def _name(rule: Rule, selector: Selector) -> str:
    return f"rule for {rule.host}: {selector.css}"


def _remove(element: HtmlElement) -> None:
    """Take an element out, and leave the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()


def _outermost(elements: Sequence[HtmlElement]) -> tuple[HtmlElement, ...]:
    # What is found within another that is found would be said twice.
    chosen = set(elements)
    return tuple(one for one in elements if chosen.isdisjoint(one.iterancestors()))
