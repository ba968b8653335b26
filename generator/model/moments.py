"""Moments as precisely as they are known, and where they are known from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum

FILE_TIME = "file time"
"""The witness for a capture time that a copy or a clone would lose."""


class Precision(StrEnum):
    """How much of a moment is known; `MINUTE` stands for a minute or finer."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_WIDTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A moment as precisely as it is known, in the zone of whoever said it.

    `moment` is naive where the zone is unknown. Parts finer than `precision` are at their least.
    """

    moment: datetime
    precision: Precision

    def isoformat(self) -> str:
        """Return ISO 8601 as long as what is known: `2023`, `2023-09`, `2023-09-04T14:11+02:00`.

        Seconds are written only where they are not zero.
        """
        if self.precision in _WIDTH:
            return self.moment.isoformat()[: _WIDTH[self.precision]]
        exact = self.moment.second or self.moment.microsecond
        return self.moment.isoformat(timespec="seconds" if exact else "minutes")

    @classmethod
    def fromisoformat(cls, text: str) -> "PartialDate":
        """Read what `isoformat` writes; raise ValueError for anything else."""
        if len(text) == 4:
            return cls(moment=datetime.fromisoformat(f"{text}-01-01"), precision=Precision.YEAR)
        if len(text) == 7:
            return cls(moment=datetime.fromisoformat(f"{text}-01"), precision=Precision.MONTH)
        precision = Precision.DAY if len(text) == 10 else Precision.MINUTE
        return cls(moment=datetime.fromisoformat(text), precision=precision)

    @property
    def day(self) -> date | None:
        """The calendar day in the publisher's own zone, or None where it isn't known."""
        known = self.precision in (Precision.DAY, Precision.MINUTE)
        return self.moment.date() if known else None

    @property
    def instant(self) -> datetime:
        """The moment as one that can be compared: a zone that is unknown is taken for UTC."""
        return self.place(UTC)

    def is_same(self, other: "PartialDate") -> bool:
        """Tell whether `other` is as precise and in the same minute."""
        minutes = {date.instant.replace(second=0, microsecond=0) for date in (self, other)}
        return self.precision == other.precision and len(minutes) == 1

    def place(self, zone: tzinfo) -> datetime:
        """Return the moment with its own zone or, where that isn't known, with this one."""
        return self.moment if self.moment.tzinfo else self.moment.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a field's value came from: `Evidence(field="headline", witness="JSON-LD headline")`."""

    field: str
    witness: str
