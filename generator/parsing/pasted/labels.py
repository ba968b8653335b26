"""The outlet, the section and the topics of a pasted article, from the words round it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.parsing.pasted.cues import fold_line
from generator.parsing.pasted.furniture import DESKS, NAVIGATION, is_brand
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.signatures import is_signature
from generator.parsing.pasted.slots import TOP, is_masthead
from generator.text import cut_to_sentence, fold

HEADLINE_LIMIT = 100
"""The most characters of a headline that is made of a text's first words."""

_NEAR = 3
_DEKS = 4
_TOPICS_WITHIN = 14
_TOPICS_LIMIT = 12

# "© 2023 The Harbour Courier. All rights reserved."
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:copyright\W*)?(?:\d{4}\W*){0,2}(?:by )?([^\W\d_][\w .&'’-]{1,40}?)"
    r"(?:\.|,|$| all rights| alle rechte| \d{4}| -)",
    re.IGNORECASE,
)
_TITLE_MARK = re.compile(r"\s+[|–—-]\s+")
_CRUMB_MARK = re.compile(r"\s*[/›>»|→]\s*")
_TOPIC_LABELS = frozenset(
    """
    tags tag topics topic schlagworte schlagworter stichworte themen mots-cles etiquetas temas
    argomenti topicos tagi etiketler onderwerpen emner amnen keywords
    """.split()
) | {"related topics", "in this story", "filed under", "archivado en"}


def find_headline_text(lines: Sequence[Line], layout: Layout) -> str:
    """Return the headline as printed, without the outlet's name that a page's title has."""
    if layout.headline is None:
        return cut_to_sentence(lines[layout.start].text, HEADLINE_LIMIT)
    text = lines[layout.headline].text
    before, mark, after = _split_title(text)
    if not mark or len(after.split()) > 4 or len(before.split()) < 3:
        return text
    others = {fold(line.text) for i, line in enumerate(lines) if i != layout.headline}
    # A bar parts the outlet from the headline, but a dash may be the headline's own.
    return before if fold(after) in others or fold(before) in others or "|" in mark else text


def find_dek(lines: Sequence[Line], layout: Layout) -> str | None:
    """Return the sentences that stand between the headline and the text, or None.

    A sentence is surer than a few words without an end, which a button or a second headline may
    be; of several that follow each other, all are the dek.
    """
    if layout.headline is None:
        return None
    own = fold(lines[layout.headline].text)
    between = range(layout.headline + 1, layout.start)
    may = [i for i in between if _may_be_dek(lines[i], own)]
    told = [i for i in may if lines[i].kind is not Kind.SHORT or lines[i].words >= 12] or may
    # Those that follow the first one without a gap.
    run = list(takewhile(lambda i: i - told[0] == told.index(i), told))
    return " ".join(lines[i].text for i in run[:_DEKS]) or None


def _may_be_dek(line: Line, headline: str) -> bool:
    if line.kind not in (Kind.SHORT, Kind.PROSE, Kind.TEASER) or line.words < 6:
        return False
    folded = fold(line.text)
    said = folded in headline or headline in folded
    buttons = sum(word in NAVIGATION for word in folded.split())
    return not said and 2 * buttons < line.words and not is_signature(line.text)


def find_source(lines: Sequence[Line], layout: Layout) -> tuple[str | None, str]:
    """Return the outlet's name, where the page's title, its first lines or its foot tell it."""
    if layout.headline is None:
        return None, ""
    headline = fold(find_headline_text(lines, layout))
    for line in (*lines[:2], *lines[-2:]):
        before, mark, after = _split_title(line.text)
        if mark and fold(before) == headline and 1 <= len(after.split()) <= 4:
            return after, "the page's title"
    for line in lines[: min(TOP, layout.headline)]:
        if line.kind is Kind.SHORT and is_brand(line.text):
            return _find_case(line.text, lines), "line at the top of the page"
    alone = {fold(line.text): line.text for line in lines if line.kind is Kind.SHORT}
    for line in lines[layout.end :]:
        if found := _COPYRIGHT.match(line.text):
            name = alone.get(fold(found[1])) or (found[1] if is_brand(found[1]) else None)
            if name:
                return name, "copyright line"
    return None, ""


def _split_title(text: str) -> tuple[str, str, str]:
    """Part "Bridge opens | The Courier" at its last mark."""
    marks = list(_TITLE_MARK.finditer(text))
    if not marks:
        return text, "", ""
    return text[: marks[-1].start()], marks[-1][0], text[marks[-1].end() :]


def _find_case(name: str, lines: Sequence[Line]) -> str:
    """Return a name in capitals as the page says it elsewhere, else with capitals of its own."""
    if not name.isupper() or " " not in name:
        return name
    texts = (line.text[: len(name)] for line in lines if line.text[:3].upper() == name[:3])
    said = (text for text in texts if text.upper() == name and not text.isupper())
    return next(said, _set_case(name))


def _set_case(label: str) -> str:
    """Give capitals to the longer words of a label: "WORLD NEWS", but "UK" and "NFL" stay."""
    words = label.split(" ")
    return " ".join(
        word.capitalize() if len(word) > 3 or i == 0 else word for i, word in enumerate(words)
    )


def find_section(lines: Sequence[Line], layout: Layout) -> tuple[str | None, str]:
    """Return the label above the headline, in the better case where it is said in two.

    Navigation ends above the headline too. So a label stands apart from it by blank lines, is in
    capitals and said again below the text, or is the usual name of a desk; or it is the last
    step of a trail such as "News / Afghanistan".
    """
    if layout.headline is None:
        return None, ""
    for i in range(layout.headline - 1, max(-1, layout.headline - _NEAR - 1), -1):
        line = lines[i]
        if trail := _read_trail(line, lines[layout.headline]):
            return trail, "last step of the trail above the headline"
        if line.kind is not Kind.SHORT or is_signature(line.text):
            continue
        if is_masthead(lines, i):
            break
        return _read_label(lines, i, layout) if _is_label(line) else (None, "")
    return None, ""


def _read_label(lines: Sequence[Line], i: int, layout: Layout) -> tuple[str | None, str]:
    line = lines[i]
    said = [j for j, other in enumerate(lines) if _is_same_label(other, line)]
    below = said[-1] >= layout.end
    apart = i == 0 or (line.spaced and lines[i + 1].spaced)
    if not (apart or (below and line.text.isupper()) or DESKS & frozenset(fold(line.text).split())):
        return None, ""
    again = ", said again below the text" if below else ""
    return _choose_case([lines[j].text for j in said]), f"label above the headline{again}"


def _is_same_label(line: Line, other: Line) -> bool:
    return line.words == other.words <= 4 and fold(line.text) == fold(other.text)


def _read_trail(line: Line, headline: Line) -> str | None:
    """Return the last step of "Home / World / Europe" that isn't the headline itself."""
    steps = [step.strip() for step in _CRUMB_MARK.split(line.text) if step.strip()]
    if len(steps) < 2 or is_signature(line.text) or not all(map(_is_step, steps[:-1])):
        return None
    named = [step for step in steps if _is_step(step) and fold(step) not in fold(headline.text)]
    return named[-1] if named and _is_word(named[-1]) else None


def _is_step(text: str) -> bool:
    return len(text.split()) <= 4 and not re.search(r"\d|[.!?]$", text)


def _is_word(text: str) -> bool:
    return fold(text) not in NAVIGATION and any(char.isalpha() for char in text)


def _is_label(line: Line) -> bool:
    words = frozenset(fold(line.text).split())
    plain = line.words <= 4 and len(line.text) <= 40 and not re.search(r"\d|:$", line.text)
    return plain and not words & NAVIGATION and line.text[0].isalpha()


def _choose_case(texts: Sequence[str]) -> str:
    """Return the first that is neither all in capitals nor all in small letters."""
    mixed = (text for text in texts if not (text.isupper() or text.islower()))
    return next(mixed, _set_case(texts[0]) if len(texts[0]) > 3 else texts[0])


def find_topics(lines: Sequence[Line], layout: Layout) -> tuple[str, ...]:
    """Return the tags that stand below the text, in a line or one to a line."""
    below = lines[layout.end : layout.end + _TOPICS_WITHIN]
    for i, line in enumerate(below):
        label, colon, rest = line.text.partition(":")
        if fold_line(label) not in _TOPIC_LABELS:
            continue
        if colon and rest.strip():
            return tuple(_take_topics(re.split(r"[,;|•·]", rest)))
        following = (other.text for other in _take_short(below[i + 1 :]))
        return tuple(_take_topics(following))
    return ()


def _take_short(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if line.kind is not Kind.SHORT or line.words > 5:
            return
        yield line


def _take_topics(texts: Iterator[str] | Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        topic = text.strip(" #,;.")
        if (
            len(topic) > 1
            and fold(topic).split()[0] not in NAVIGATION
            and fold(topic) not in seen
            and len(seen) < _TOPICS_LIMIT
        ):
            seen.add(fold(topic))
            yield topic
