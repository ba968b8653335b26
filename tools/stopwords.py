"""Write the browser's list of stop words, from the one that the index goes by.

python -m tools.stopwords
"""

from generator.search.bundle import BROWSER
from generator.search.lexicon import list_stop_words
from generator.search.stemming import list_stemmers

FILE = BROWSER / "stopwords.js"


def render() -> str:
    """Return the module, a language by its stemmer's name."""
    lines = ["/** Small words that say nothing of a subject, by the names of stemmers. */"]
    lines += ["export const STOP_WORDS = {"]
    for name in list_stemmers():
        if words := " ".join(sorted(list_stop_words(name))):
            lines += [f"  {name}:", f'    "{words}",']
    return "\n".join([*lines, "};", ""])


if __name__ == "__main__":
    FILE.write_text(render(), encoding="utf-8")
