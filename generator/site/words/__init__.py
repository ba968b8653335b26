"""The words of the site, in the archive's language where there is a catalogue of it.

A catalogue is a TOML file beside this module. Nothing else in the site knows a language.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from types import SimpleNamespace

from generator.model import PartialDate, Precision

DEFAULT = "en"
# Those that are written in Arabic, Hebrew, Syriac, N'Ko or Thaana letters.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one `language` (BCP 47): texts by key, forms of counting and dates.

    `search` has what the search page says once its script runs.
    """

    language: str
    text: SimpleNamespace
    thousands: str
    singular: frozenset[int]
    counts: Mapping[str, tuple[str, str]]
    dates: Mapping[str, str]
    search: Mapping[str, str | Sequence[str]]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]

    def number(self, number: int) -> str:
        """Return a number as the language writes it: `1,024`."""
        return f"{number:,}".replace(",", self.thousands)

    def count(self, key: str, number: int, **values: str) -> str:
        """Return how many there are of something: `count("stories", 1024)` → `1,024 stories`."""
        one, many = self.counts[key]
        said = one if number in self.singular else many
        return said.format(n=self.number(number), **values)

    def title(self, period: str) -> str:
        """Return the name of a year, month or day for its own page: `Monday, 4 September 2023`."""
        when = PartialDate.fromisoformat(period)
        exact = when.precision is Precision.DAY
        said = self._date("weekday", when.moment) if exact else self.moment(when)
        # Many languages write months and days small, but not at the start of a title.
        return said[:1].upper() + said[1:]

    def period(self, period: str) -> str:
        """Return the name of an ISO 8601 year, month or day: `2023-09` → `September 2023`."""
        return self.moment(PartialDate.fromisoformat(period))

    def moment(self, when: PartialDate) -> str:
        """Return a moment as precisely as it is known: `4 September 2023, 14:11 UTC+2`."""
        if when.precision is Precision.YEAR:
            return f"{when.moment.year}"
        text = self._date(when.precision.value, when.moment)
        exact = when.precision is Precision.MINUTE
        return f"{text} {self._zone(when.moment)}".rstrip() if exact else text

    def _date(self, key: str, moment: datetime) -> str:
        return self.dates[key].format(
            year=moment.year,
            month=self.months[moment.month - 1],
            day=moment.day,
            weekday=self.weekdays[moment.weekday()],
            hour=moment.hour,
            minute=moment.minute,
        )

    def _zone(self, moment: datetime) -> str:
        offset = moment.strftime("%z")
        if not offset:
            return ""
        hours, minutes = int(offset[:3]), offset[3:5]
        exact = f":{minutes}" if minutes != "00" else ""
        sign = offset[0].replace("-", "−")
        shown = f"{sign}{abs(hours)}{exact}" if hours or exact else ""
        return self.dates["zone"].format(offset=shown)


def read_words(language: str) -> Words:
    """Return the words of `language` (BCP 47), or the English ones where it has no catalogue."""
    file = _find_catalogue(language)
    if not file.is_file():
        language, file = DEFAULT, _find_catalogue(DEFAULT)
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Words(
        language=language,
        text=SimpleNamespace(**said["text"]),
        thousands=said["numbers"]["thousands"],
        singular=frozenset(said["numbers"]["singular"]),
        counts={key: (one, many) for key, (one, many) in said["counts"].items()},
        dates=said["dates"],
        search=said["search"],
        months=tuple(said["months"]),
        weekdays=tuple(said["weekdays"]),
        weekdays_short=tuple(said["weekdays_short"]),
    )


def _find_catalogue(language: str) -> Traversable:
    return resources.files(__name__) / f"{language.lower().partition('-')[0]}.toml"


def direction_of(language: str) -> str:
    """Return how a language is written, for HTML's `dir`: `ltr` or `rtl`."""
    primary, *subtags = language.lower().split("-")
    # A script that is named goes before the usual one: ur-Latn, az-Arab.
    if "latn" in subtags:
        return "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT or "arab" in subtags else "ltr"
