"""Measure Backfile beside its peers; no test asserts a time."""
