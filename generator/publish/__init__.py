"""Bring a finished site from its stage to `output/`, whole or not at all.

    stage/ ──compare with output/──> journal ──carry out──> output/

Until the journal is on the disk the site is the old one; from then on any next command finishes
the work and the site is the new one. What a page needs comes in before the pages that ask for it,
and what nothing asks for any more goes last, so that a reader on the way meets a site that works.
"""

from generator.publish.lock import hold_lock
from generator.publish.portable import check_portable, write_portable
from generator.publish.stage import check_output, heal, is_unfinished, new_stage, publish

__all__ = [
    "check_output",
    "check_portable",
    "heal",
    "hold_lock",
    "is_unfinished",
    "new_stage",
    "publish",
    "write_portable",
]
