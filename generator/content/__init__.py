"""Keep an archive's text in `content/`, a plain Pelican tree that people can read and mend.

content/articles/2023/09/04/rail-strike.md     an article: metadata, then Markdown
content/revisions/2023-09-04-rail-strike/…     the text of its other captures, by digest
content/media/<digest>.jpg                     the pictures, by digest
content/offers/2023/09/04/rail-strike.txt      a new reading of what a person has edited
content/pages/about.md                         a person's own pages
content/former.txt                             where the site once had pages of small lists
"""

from generator.content.filing import Filed, carry_out
from generator.content.former import add_former
from generator.content.offers import find_offers, sweep_offers
from generator.content.tree import read_pages, read_stories

__all__ = [
    "Filed",
    "add_former",
    "carry_out",
    "find_offers",
    "read_pages",
    "read_stories",
    "sweep_offers",
]
