"""JSON that is broken as publishers break it, mended so that it can be read.

{"name": "The "Old" Quay"}        quotes that nobody escaped
{"name": "The quay", "body": "It  a script that is cut off
"""

import re

_SIGNS = re.compile(r'["\\{}\[\]]')
_AFTER_TEXT = re.compile(
    r'\s*(?::|[}\]]\s*(?:[,}\]]|$)|$|,\s*(?:"(?:[^"\\]|\\.){0,80}"\s*[:,\]]|[\[{\d-]|[}\]]|$))'
)
"""What follows a text's last quote: a colon, an end, or a comma and the next member."""

_KEY_ALONE = re.compile(r'([{,])\s*"(?:[^"\\]|\\.)*"\s*(:?\s*)$')


def mend_json(text: str) -> str:
    """Return `text` with the quotes within its texts escaped, and with all that it opens closed."""
    parts: list[str] = []
    closers: list[str] = []
    at, within = 0, False
    while found := _SIGNS.search(text, at):
        sign, start = found[0], found.start()
        parts.append(text[at:start])
        at = start + 1
        if sign == "\\":
            parts.append(text[start : start + 2])
            at += 1
        elif sign == '"' and within and not _AFTER_TEXT.match(text, at):
            # Nothing of JSON follows this quote: it is one within the text.
            parts.append('\\"')
        else:
            parts.append(sign)
            within ^= sign == '"'
            if not within and sign in "{[":
                closers.append("}" if sign == "{" else "]")
            elif not within and sign in "}]" and closers:
                closers.pop()
                if not closers:
                    return "".join(parts)
    parts.append(text[at:])
    return _close("".join(parts), closers, within=within)


def _close(text: str, closers: list[str], *, within: bool) -> str:
    """Return a text that is cut off with what it left open closed, innermost first."""
    text = f'{text}"' if within else text
    if closers and closers[-1] == "}":
        # A key has no value yet, or no colon.
        text = _KEY_ALONE.sub(lambda found: found[1] if found[1] == "{" else "", text)
    return text.rstrip(" \n\t,:") + "".join(reversed(closers))
