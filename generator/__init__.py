"""Backfile: a folder of saved news pages becomes a static, searchable archive."""

from importlib.metadata import version

__version__ = version("backfile")
