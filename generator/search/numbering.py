"""Give strings numbers in the order in which they are met."""


class Numbering(dict[str, int]):
    """The numbers of strings: one that is asked for the first time has the next."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number
