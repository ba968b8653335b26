"""Backfile: a folder of saved news pages becomes a static, searchable archive."""
