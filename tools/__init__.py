"""Programs for those who work on Backfile; nothing here is installed with it."""
