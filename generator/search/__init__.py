"""Search without a server: Whoosh indexes and answers at build time, the browser ranks as it does.

stories ──write_index──> index ──find_hits──> hits
                           └────export──────> shards ──browser/*.js──> the same hits
"""

from generator.search.build import export, write_index
from generator.search.disk import write_disk
from generator.search.hits import find_hits

__all__ = ["export", "find_hits", "write_disk", "write_index"]
