"""Say what a name comes to in another theme's template that isn't there.

A theme is made for the settings of its author's site, which nobody has here: one that isn't set is
nothing, whatever is done with it, and so is what would stand in an empty list, as the first author
of a story without a byline, or a `loop` after its end, which Jinja once let templates see. What an
article or a page doesn't have can be compared, as when pages are put in order by it, but has no
parts; a name that nobody knows can be told from others.
"""

from typing import Any

import jinja2
from jinja2.utils import missing

# A page of the owner's own has none, and Pelican gives one only to a page that names it.
_DATES = frozenset("date modified locale_date locale_modified".split())
_CALLED = {"FiledArticle": "an article", "ShownPage": "a page", "KnownDate": "a date"}


class Unset(jinja2.Undefined):
    """A name that isn't there; a setting that isn't, `{{ LICENSE.name }}`, has no parts either."""

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
        if _CALLED.get(type(self._undefined_obj).__name__) == "a page" and name in _DATES:
            return True
        return isinstance(name, str) and (name.isupper() or name == "loop")

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
