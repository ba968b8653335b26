"""Read the templates of other people's themes as Pelican does, but that text is always text.

Such templates are written for a Jinja that escapes nothing and lets any name be missing. Here a
name may be missing, too; but whatever isn't HTML of our own or of the theme's author is escaped
once, be it called `safe`, stripped of tags, or said where escaping is off.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.filters import do_format
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape, soft_str

from generator.site.gaps import Gaps
from generator.site.known_dates import KnownDate, format_date, make_number
from generator.site.plugin_parts import FILTERS, Assets, Wrappers
from generator.site.theme_words import Translator
from generator.site.unset import Unset, bind_unset

_HTML = re.compile(r"""<[a-zA-Z/!]|&#?\w+;|["']\s*/?>""")
"""What a theme's author writes as HTML; a lone `<` may be the half of an unescaping."""


def _keep(value: object, *_: object) -> object:
    """Take nothing for safe that isn't: our own HTML is marked, and all else is text."""
    return value


def _strip(value: object) -> str:
    """Return text without tags; what is no HTML has none, whatever it looks like."""
    return value.striptags() if isinstance(value, Markup) else str(value)


def _fill(form: object, *said: object, **named: object) -> str:
    """Return a form with what is `said` in it; one that is a setting may be off, or none."""
    if form is None:
        return ""
    return do_format(form, *said, **named) if "%" in str(form) else soft_str(form)  # type: ignore[arg-type]


class _TrustLiterals(Extension):
    """Takes what a theme has written as HTML in an expression, `{{ "&larr;" }}`, for HTML."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Yield the tokens of a template, with such text marked."""
        for token in stream:
            if token.type == "string" and _HTML.search(token.value):
                line = token.lineno
                yield Token(line, "lparen", "(")
                yield token
                yield Token(line, "pipe", "|")
                yield Token(line, "name", "own_html")
                yield Token(line, "rparen", ")")
            else:
                yield token


class _Environment(jinja2.Environment):
    """Jinja, but that pages of ours extend and import pages of ours."""

    def join_path(self, template: str, parent: str) -> str:
        """Return the whole name of what a template calls `template`."""
        ours = parent.startswith("!base/") and not template.startswith("!")
        return f"!base/{template}" if ours else template


class StandIns(dict[str, Callable[..., Any]]):
    """The filters or tests there are; for another, which only a plugin has, `other` stands in."""

    def __init__(self, known: Mapping[str, Callable[..., Any]], other: Callable[..., Any]) -> None:
        super().__init__(known)
        self._other = other
        self.missed: set[str] = set()

    def get(self, name: str, default: object = None) -> Any:
        """Return a filter as for any other: Jinja asks here whether there is one."""
        del default
        return self[name]

    def __missing__(self, name: str) -> Callable[..., Any]:
        """Return what stands in for a filter that isn't there."""
        self.missed.add(name)
        return self._other


def _pass(value: object, *said: object, **_: object) -> object:
    """Leave text, numbers and lists as they are; say a date, by the form that is asked for."""
    if isinstance(value, KnownDate):
        forms = (form for form in said if isinstance(form, str) and "%" in form)
        return value.strftime(next(forms, "%x"))
    if isinstance(value, list | tuple):
        return _Passed(value)
    return value if isinstance(value, str | int | float) else ""


class _Passed(list[Any]):
    """A list that a plugin would have put in order, or made text of: then it is nothing."""

    def __str__(self) -> str:
        """Return nothing."""
        return ""


def _say_in_json(value: object) -> str | None:
    """Say what JSON has no form for: what isn't there is null, and a date or a name is text."""
    return None if isinstance(value, Unset) else str(value)


def _never(*_: object, **__: object) -> bool:
    return False


LENIENT: Mapping[str, Any] = {
    "autoescape": True,
    # For what a theme puts out where it has switched escaping off.
    "finalize": escape,
    "undefined": Unset,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [
        "jinja2.ext.debug",
        "jinja2.ext.do",
        "jinja2.ext.i18n",
        "jinja2.ext.loopcontrols",
        _TrustLiterals,
        Assets,
        Wrappers,
    ],
}
"""How the templates of other people's themes are read."""


def make_environment(
    pelican: jinja2.Environment, loader: jinja2.BaseLoader, words: Translator, gaps: Gaps
) -> jinja2.Environment:
    """Return an environment that has all that Pelican's has, and lets no text become markup.

    What is asked for and isn't there is kept in `gaps`.
    """
    env = _Environment(loader=loader, **{**LENIENT, "undefined": bind_unset(gaps)})
    ours: dict[str, Callable[..., Any]] = {
        "safe": _keep,
        "format": _fill,
        "striptags": _strip,
        "strftime": format_date,
        "int": make_number,
        "own_html": Markup,
    }
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "default": _say_in_json}
    filters: dict[str, Callable[..., Any]] = {**env.filters, **pelican.filters}
    env.filters = StandIns({**filters, **FILTERS, **ours}, _pass)
    env.globals |= pelican.globals
    tests: dict[str, Any] = {**env.tests, **pelican.tests}
    env.tests = StandIns(tests, _never)  # type: ignore[assignment]
    env.install_gettext_callables(  # type: ignore[attr-defined]
        words.say,
        words.count,
        # The new style would take all that is translated for HTML, a headline among it.
        newstyle=False,
        pgettext=words.say_within,
        npgettext=words.count_within,
    )
    return env
