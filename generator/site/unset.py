"""Say what a name comes to in another theme's template that isn't there.

A theme is made for the settings of its author's site, which nobody has here: one that isn't set is
nothing, whatever is done with it, and so is what would stand in an empty list, as the first author
of a story without a byline, or a `loop` after its end, which Jinja once let templates see. What an
article or a page doesn't have can be compared, as when pages are put in order by it, but has no
parts; a name that nobody knows can be told from others. What a plugin would have added is nothing
as well. It is kept what was asked for so, and what was to be shown.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

import jinja2
from jinja2.utils import missing

from generator.site.gaps import Gaps
from generator.site.plugin_names import PLUGIN_OF

# A page of the owner's own has none, and Pelican gives one only to a page that names it.
_DATES = frozenset("date modified locale_date locale_modified".split())
_CALLED = {
    "FiledArticle": "an article",
    "ShownPage": "a page",
    "KnownDate": "a date",
    "_Category": "a category",
    "_Tag": "a tag",
    "_Author": "an author",
    "_Nobody": "an author",
}


class Unset(jinja2.Undefined):
    """A name that isn't there; a setting that isn't, `{{ LICENSE.name }}`, has no parts either."""

    gaps: ClassVar[Gaps] = Gaps(files=())
    """Where it is kept what was asked for; `bind_unset` gives each environment its own."""

    @property
    def _undefined_message(self) -> str:
        """What to say of it, in the words of a theme."""
        called = _CALLED.get(type(self._undefined_obj).__name__)
        if called:
            return f"{called} has no attribute {self._undefined_name!r}"
        return super()._undefined_message

    @property
    def _is_nothing(self) -> bool:
        name: object = self._undefined_name
        if isinstance(self._undefined_obj, list | tuple):
            return isinstance(name, int)
        # What filters such as `first` find in an empty list has neither name nor owner.
        if self._undefined_obj is missing and name is None:
            return True
        if _CALLED.get(type(self._undefined_obj).__name__) == "a page" and name in _DATES:
            return True
        if not isinstance(name, str):
            return False
        return name.isupper() or name == "loop" or self._is_of_plugin()

    def _is_of_plugin(self) -> bool:
        """Tell whether a plugin would have added the name, and keep that it was asked for."""
        plugin = PLUGIN_OF.get(str(self._undefined_name)) if self._said else None
        if plugin:
            self.gaps.add_plugin(self._said, plugin)
        return bool(plugin)

    @property
    def _said(self) -> str:
        """The name as the theme has it, `article.name`, or "" for a part of anything else."""
        if self._undefined_obj is missing:
            return self._undefined_name or ""
        owner = _CALLED.get(type(self._undefined_obj).__name__, "").partition(" ")[2]
        return f"{owner}.{self._undefined_name}" if owner else ""

    def __str__(self) -> str:
        """Return nothing, and keep that it was to be shown."""
        if self._said and not self._is_nothing:
            self.gaps.add_shown(self._said)
        return ""

    def __iter__(self) -> Iterator[Any]:
        """Yield nothing; a list that a plugin would have made is missed."""
        self._is_of_plugin()
        return iter(())

    def __getattr__(self, name: str) -> Any:
        """Return nothing for a part of nothing; raise UndefinedError for that of another name."""
        # By names such as `__html__` it is asked what it can do.
        if name.startswith("__") or not self._is_nothing:
            return super().__getattr__(name)
        return self

    def __getitem__(self, _: object) -> Any:
        """Return nothing for a part or a slice of nothing; raise UndefinedError for another's."""
        return self if self._is_nothing else self._fail_with_undefined_error()

    def __call__(self, *_: object, **__: object) -> Any:
        """Return nothing for what it would do."""
        return self if self._is_nothing else self._fail_with_undefined_error()

    def __int__(self) -> int:  # type: ignore[override]
        """Return 0, if this is nothing."""
        return 0 if self._is_nothing else self._fail_with_undefined_error()

    __index__ = __int__

    def __float__(self) -> float:  # type: ignore[override]
        """Return 0.0, if this is nothing."""
        return 0.0 if self._is_nothing else self._fail_with_undefined_error()

    def _keep(self, *_: object) -> Any:
        """Return nothing for what is reckoned with nothing."""
        return self if self._is_nothing else self._fail_with_undefined_error()

    __sub__ = __mul__ = __truediv__ = __floordiv__ = __mod__ = __pow__ = _keep
    __rsub__ = __rmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = __rpow__ = _keep
    __neg__ = __pos__ = __abs__ = __round__ = _keep

    def _add(self, other: Any) -> Any:
        """Add nothing, if this is nothing."""
        return other if self._is_nothing else self._fail_with_undefined_error()

    __add__ = __radd__ = _add

    def _compare(self, _: object) -> bool:
        """Return False, if this is nothing, or a part of something that is there."""
        known = self._is_nothing or self._undefined_obj is not missing
        return False if known else self._fail_with_undefined_error()

    __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]


def bind_unset(gaps: Gaps) -> type[Unset]:
    """Return what a name that isn't there is in an environment that keeps it in `gaps`."""
    return type("Unset", (Unset,), {"gaps": gaps})
