"""Saved pages that are no articles, each told by at least two things that it can't share with one.

A title alone may be a story's ("Page not found" is a good headline), and so may words ("We use
cookies" begins many a comment). So a page is set aside only where witnesses of different kinds
agree: what it calls itself, what it says, its address, how it is built, which type it gives to
machines; and where no text is left that says something else. Where nothing is left to read, one
of them is enough to say why.
"""
