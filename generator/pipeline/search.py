"""Answer a question from an archive's index."""

from generator.config import Archive
from generator.model import Answer, Question
from generator.pipeline.state import finish, index_folder
from generator.search import hits


def find_hits(archive: Archive, question: Question) -> Answer:
    """Return the stories that a question finds, best first."""
    finish(archive)
    return hits.find_hits(index_folder(archive), question)
