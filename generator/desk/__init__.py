"""Decide which captures are of one story, and what becomes of each; nothing here touches a file."""

from generator.desk.stories import decide

__all__ = ["decide"]
