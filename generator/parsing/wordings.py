"""Many forms of words, of which nearly none stands in any line, looked for at once."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

_Form: TypeAlias = re.Pattern[str] | None


class Wordings:
    """Forms of words by their cores: what stands in each text that a form is found in.

    A core is looked for in a hundredth of the time that its form takes. What has no form is its
    own core. All is in lower case, and so are the texts that are asked about.
    """

    def __init__(self, forms: Mapping[str, _Form]) -> None:
        self._forms = forms

    def among(self, lines: Iterable[str]) -> "Wordings":
        """Return those whose cores stand in any of `lines`, to look for no others in each."""
        said = "\n".join(lines).lower()
        return Wordings({core: form for core, form in self._forms.items() if core in said})

    def stand_in(self, text: str) -> bool:
        """Say whether any of the forms is in a text."""
        for core, form in self._forms.items():
            if core in text and (form is None or form.search(text)):
                return True
        return False

    def __or__(self, others: "Wordings") -> "Wordings":
        return Wordings({**self._forms, **others._forms})


def make_wordings(forms: Mapping[str, str]) -> Wordings:
    """Return the forms that regular expressions say."""
    return Wordings({core: re.compile(form) for core, form in forms.items()})


def make_phrases(phrases: Iterable[str]) -> Wordings:
    """Return the forms that are phrases, which stand in a text as they are."""
    return Wordings(dict.fromkeys(phrases))
