"""Names that are all in capitals or all in small letters, given the case of a name."""

import re

from generator.parsing.byline_words import PARTICLES

_MC = re.compile(r"\bMc(?=[A-Z]{2})")


def set_case(name: str) -> str:
    """Give a name that is all in one case the capitals of a name."""
    # A typesetter leaves the small letter of "McDONALD".
    shouted = _MC.sub("MC", name).isupper()
    if not (shouted or (name.islower() and " " in name)):
        return name
    return _keep_dots(name, _set_cases(name))


def _keep_dots(name: str, said: str) -> str:
    """Put back the Turkish "İ", which is another letter than "I"."""
    if "İ" not in name or len(name) != len(said):
        return said
    return "".join("İ" if a == "İ" and b == "I" else b for a, b in zip(name, said, strict=True))


def _set_cases(name: str) -> str:
    *others, last = name.split(" ")
    words = [_set_word_case(word) for word in others]
    if words and words[0] in PARTICLES:
        words[0] = words[0].capitalize()
    return " ".join([*words, _set_part_cases(last)])


def _set_word_case(word: str) -> str:
    """Set the case of a word that isn't the last, where particles and bare initials stand."""
    lower = _lower(word)
    if lower in PARTICLES:
        return lower
    # What has no vowel is no name but initials: "JT ROE".
    initials = len(word) <= 3 and not re.search("[aeiouyäöüæøå]", lower)
    return word if initials else _set_part_cases(word)


def _set_part_cases(word: str) -> str:
    if "." in word[1:-1] or re.fullmatch("II|III|IV", word):
        return word
    lower = _lower(word)
    return re.sub(r"[^\W\d_]+", lambda part: _set_part_case(part, lower), lower)


def _lower(word: str) -> str:
    """Return small letters, Turkish "İ" as one."""
    return word.lower().replace("i̇", "i")


def _set_part_case(part: re.Match[str], word: str) -> str:
    """Give a capital to "o'neil" at both letters, and to "mcdonald" at both too."""
    text, before = part[0], word[: part.start()]
    after_apostrophe = before[-1:] in ("'", "’")
    # O'Neil has a capital behind a single letter; Sa'ad has none.
    if after_apostrophe and len(before.rpartition("-")[2]) > 2:
        return text
    if text.startswith("mc") and len(text) > 4:
        return f"Mc{text[2:].capitalize()}"
    return text.capitalize()
