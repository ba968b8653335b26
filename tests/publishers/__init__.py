"""The extra `backfile[publishers]`, tried with the real `fundus` in an environment of its own."""
