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
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from generator.site.known_dates import format_date
from generator.site.plugin_parts import FILTERS, Assets

_HTML = re.compile(r"""<[a-zA-Z/!]|&#?\w+;|["']\s*/?>""")
"""What a theme's author writes as HTML; a lone `<` may be the half of an unescaping."""


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


class _Unset(jinja2.Undefined):
    """A name that isn't there; a setting that isn't, `{{ LICENSE.name }}`, has no parts either."""

    def __getattr__(self, name: str) -> Any:
        """Return nothing for a part of a setting; raise UndefinedError for that of another name."""
        asked = self._undefined_name
        if name.startswith("__") or not (isinstance(asked, str) and asked.isupper()):
            return super().__getattr__(name)
        return self

    __getitem__ = __getattr__

    def __add__(self, other: Any) -> Any:
        """Add nothing, if this is a setting."""
        return other if str(self._undefined_name).isupper() else super().__add__(other)

    def __radd__(self, other: Any) -> Any:
        """Add nothing, if this is a setting."""
        return other if str(self._undefined_name).isupper() else super().__radd__(other)


class Filters(dict[str, Callable[..., Any]]):
    """The filters there are; another, which only a plugin has, lets text pass as it is."""

    def __init__(self, known: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(known)
        self.missed: set[str] = set()

    def get(self, name: str, default: object = None) -> Any:
        """Return a filter as for any other: Jinja asks here whether there is one."""
        del default
        return self[name]

    def __missing__(self, name: str) -> Callable[..., Any]:
        """Return what stands in for a filter that isn't there."""
        self.missed.add(name)
        return _pass_text


def _pass_text(value: object, *_: object, **__: object) -> object:
    return value if isinstance(value, str) else ""


LENIENT: Mapping[str, Any] = {
    "autoescape": True,
    "finalize": escape,
    "undefined": _Unset,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [
        "jinja2.ext.debug",
        "jinja2.ext.do",
        "jinja2.ext.i18n",
        "jinja2.ext.loopcontrols",
        _TrustLiterals,
        Assets,
    ],
}
"""How the templates of other people's themes are read."""


def make_environment(pelican: jinja2.Environment, loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Return an environment that has all that Pelican's has, and lets no text become markup."""
    env = _Environment(loader=loader, **LENIENT)
    ours: dict[str, Callable[..., Any]] = {
        "safe": _keep,
        "striptags": _strip,
        "strftime": format_date,
        "own_html": Markup,
    }
    env.filters = Filters({**env.filters, **pelican.filters, **FILTERS, **ours})
    env.globals |= pelican.globals
    env.tests |= pelican.tests
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return env
