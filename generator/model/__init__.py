"""The records that pass between stages: frozen, complete when made, and free of behaviour.

    file ──read──> Snapshot ──parse──> Article ──decide, write──> content/ ──read──> Story
                └> Quarantine      └> Quarantine

Words are those of schema.org `NewsArticle`, RFC 7089 (Memento) and newsrooms.
"""

from generator.model.body import (
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Preformatted,
    Quotation,
    Strong,
    Table,
    Text,
)
from generator.model.decisions import (
    Decision,
    FileRevision,
    FileStory,
    Intent,
    OfferReading,
    Outcome,
    RefileStory,
    RemoveFile,
    Report,
    Verdict,
)
from generator.model.moments import (
    FILE_TIME,
    Evidence,
    PartialDate,
    Precision,
)
from generator.model.search import (
    Answer,
    Hit,
    Question,
    SearchAssets,
    Sort,
)
from generator.model.snapshots import (
    Kind,
    Quarantine,
    Resource,
    Snapshot,
    SnapshotRef,
    label_member,
)
from generator.model.stories import (
    Article,
    Header,
    Page,
    Recapture,
    Related,
    Revision,
    Standing,
    Story,
)

__all__ = [
    "FILE_TIME",
    "Answer",
    "Article",
    "Block",
    "Decision",
    "Emphasis",
    "Evidence",
    "Figure",
    "FileRevision",
    "FileStory",
    "Header",
    "Heading",
    "Hit",
    "Inline",
    "Intent",
    "ItemList",
    "Kind",
    "Link",
    "OfferReading",
    "Outcome",
    "Page",
    "Paragraph",
    "PartialDate",
    "Precision",
    "Preformatted",
    "Quarantine",
    "Question",
    "Quotation",
    "Recapture",
    "RefileStory",
    "Related",
    "RemoveFile",
    "Report",
    "Resource",
    "Revision",
    "SearchAssets",
    "Snapshot",
    "SnapshotRef",
    "Sort",
    "Standing",
    "Story",
    "Strong",
    "Table",
    "Text",
    "Verdict",
    "label_member",
]
