"""The names of zones that pages print, and how far ahead of UTC they are."""

from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_HOURS_AHEAD: Mapping[str, float] = MappingProxyType(
    # Names that mean one thing nearly everywhere; BST is Britain's, AST is left out.
    {"UTC": 0, "GMT": 0, "Z": 0, "z": 0, "WET": 0, "WEST": 1, "BST": 1, "WAT": 1, "CET": 1}
    | {"MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "CAT": 2, "SAST": 2, "EEST": 3, "MSK": 3}
    | {"TRT": 3, "EAT": 3, "PKT": 5, "NPT": 5.75, "ICT": 7, "WIB": 7, "WITA": 8, "SGT": 8}
    | {"HKT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "WIT": 9, "ACST": 9.5}
    | {"AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13, "NDT": -2.5, "NST": -3.5}
    | {"ADT": -3, "BRT": -3, "ART": -3, "EDT": -4, "EST": -5, "COT": -5, "CDT": -5, "MDT": -6}
    | {"MST": -7, "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10}
)
_HOURS_BY_LANGUAGE: Mapping[str, Mapping[str, float]] = MappingProxyType(
    # Names that mean different things: where the language doesn't tell, the zone stays unknown.
    {
        "CST": {"en-us": -6, "en-ca": -6, "fr-ca": -6, "es-us": -6, "es-mx": -6, "zh": 8},
        "IST": {"en-in": 5.5, "hi": 5.5, "en-ie": 1, "ga": 1, "en-il": 2, "he": 2},
    }
)
_SEASONAL: Mapping[str, str] = MappingProxyType(
    # American newsrooms write "2 p.m. ET" all year round.
    {
        "ET": "America/New_York",
        "CT": "America/Chicago",
        "MT": "America/Denver",
        "PT": "America/Los_Angeles",
    }
)


def find_zone(name: str | None, seconds: int | None, language: str | None) -> tzinfo | None:
    """Return the zone that is `seconds` ahead of UTC, or has the `name`, or None if unknown.

    `language` is a BCP 47 tag in lower case.
    """
    if seconds is not None and abs(seconds) < 24 * 3600:
        return timezone(timedelta(seconds=seconds)) if seconds else UTC
    if name is None:
        return None
    if name in _SEASONAL:
        return _find_seasonal(name)
    if name in _HOURS_BY_LANGUAGE:
        by_language, tag = _HOURS_BY_LANGUAGE[name], language or ""
        hours = by_language.get(tag, by_language.get(tag.partition("-")[0]))
    else:
        hours = _HOURS_AHEAD.get(name)
    return None if hours is None else timezone(timedelta(hours=hours))


def _find_seasonal(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(_SEASONAL[name])
    except ZoneInfoNotFoundError:
        return None
