"""Say the texts of another theme in the archive's language, where the theme has them in it.

Themes for Pelican keep such texts as gettext does: `translations/de/LC_MESSAGES/messages.mo`, or
the same in a folder `locale`. A text that isn't in there is said as it stands in the template.
"""

import gettext
import struct
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from markupsafe import escape

from generator.errors import ThemeError


def read_translations(files: Iterable[Path], language: str) -> gettext.NullTranslations:
    """Return what those of `files` say that are in `language`, the earlier before the later.

    `pt-br` is best said by `pt_BR`, else by `pt`, else by the Portuguese of any other place. Raise
    ThemeError for a file that is no catalogue.
    """
    ranked = sorted(
        (rank, order, file)
        for order, file in enumerate(files)
        if (rank := _rank(file, language.lower())) is not None
    )
    known = gettext.NullTranslations()
    for _, _, file in ranked:
        known.add_fallback(_read(file))
    return known


def _rank(file: Path, language: str) -> int | None:
    """Return how well a catalogue fits a language, 0 the best; None if it is in another one."""
    said = file.parent.parent.name.replace("_", "-").lower()
    primary = language.partition("-")[0]
    if said.partition("-")[0] != primary:
        return None
    return (language, primary, said).index(said)


def _read(file: Path) -> gettext.NullTranslations:
    try:
        return gettext.GNUTranslations(BytesIO(file.read_bytes()))
    except (OSError, ValueError, LookupError, struct.error) as error:
        raise ThemeError("can't read the theme's texts in another language", file) from error


class Translator:
    """What Jinja calls to have a text of a theme's said; `known` are the texts of the theme.

    What a theme gives to be translated may be a headline, so it isn't taken for HTML.
    """

    def __init__(self, known: gettext.NullTranslations) -> None:
        self._known = known

    def say(self, text: str, **named: object) -> str:
        """Return a text with what is `named` in it; what isn't HTML is escaped."""
        return _fill(self._find(text), named)

    def say_within(self, where: str, text: str, **named: object) -> str:
        """Return a text as it is said in one context."""
        if isinstance(text, str) and text:
            said = self._known.pgettext(str(where), str(text))
            return _fill(type(text)(said), named)
        return _fill(text, named)

    def count(self, one: str, many: str, number: int, **named: object) -> str:
        """Return a text for a number of things."""
        text = one if number == 1 else many
        if isinstance(text, str) and isinstance(number, int):
            # What is HTML stays HTML, and text stays text.
            text = type(text)(self._known.ngettext(str(one), str(many), number))
        return _fill_number(text, number, named)

    def count_within(self, where: str, one: str, many: str, number: int, **named: object) -> str:
        """Return a text for a number of things as it is said in one context."""
        text = one if number == 1 else many
        if isinstance(text, str) and isinstance(number, int):
            said = self._known.npgettext(str(where), str(one), str(many), number)
            text = type(text)(said)
        return _fill_number(text, number, named)

    def _find(self, text: str) -> str:
        # For an empty text, gettext says what stands at the head of the catalogue.
        known = isinstance(text, str) and text
        return type(text)(self._known.gettext(str(text))) if known else text


def _fill(text: str, named: Mapping[str, object]) -> str:
    return escape(text) % named if named else text


def _fill_number(text: str, number: int, named: Mapping[str, object]) -> str:
    return _fill(text, {"num": number, **named} if named or "%(num)" in text else {})
