"""Read the templates of other people's themes as Pelican does, but that text is always text.

Such templates are written for a Jinja that escapes nothing and lets any name be missing. Here a
name may be missing, too; but whatever isn't HTML of our own or of the theme's author is escaped
once, be it called `safe`, stripped of tags, or said where escaping is off.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from generator.site.known_dates import format_date


def _keep(value: object, *_: object) -> object:
    """Take nothing for safe that isn't: our own HTML is marked, and all else is text."""
    return value


def _strip(value: object) -> str:
    """Return text without tags; what is no HTML has none, whatever it looks like."""
    return value.striptags() if isinstance(value, Markup) else str(value)


class _TrustLiterals(Extension):
    """Takes what a theme has written as HTML in an expression, `{{ "&larr;" }}`, for HTML."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Yield the tokens of a template, with such text marked."""
        for token in stream:
            if token.type == "string" and ("&" in token.value or "<" in token.value):
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


class _Unset(jinja2.Undefined):
    """A name that isn't there; a setting that isn't, `{{ LICENSE.name }}`, has no parts either."""

    def __getattr__(self, name: str) -> Any:
        """Return nothing for a part of a setting; raise UndefinedError for that of another name."""
        asked = self._undefined_name
        if name.startswith("__") or not (isinstance(asked, str) and asked.isupper()):
            return super().__getattr__(name)
        return self

    __getitem__ = __getattr__


LENIENT: Mapping[str, Any] = {
    "autoescape": True,
    "finalize": escape,
    "undefined": _Unset,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [
        "jinja2.ext.do",
        "jinja2.ext.i18n",
        "jinja2.ext.loopcontrols",
        _TrustLiterals,
    ],
}
"""How the templates of other people's themes are read."""


def make_environment(pelican: jinja2.Environment, loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Return an environment that has all that Pelican's has, and lets no text become markup."""
    env = _Environment(loader=loader, **LENIENT)
    env.filters |= pelican.filters
    env.filters |= {"safe": _keep, "striptags": _strip, "strftime": format_date}
    env.filters["own_html"] = Markup
    env.globals |= pelican.globals
    env.tests |= pelican.tests
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return env
