import pytest

from generator.site.notes import mark_notes

NOTE = '<p class="notice" role="note">'


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the quay is open.",
        "Corrections and clarifications: the quay is open.",
        "Clarification — the quay is open.",
        "Editor’s note: the quay is open.",
        "UPDATE (5 p.m.): the quay is open.",
        "Updated on 5 May: the quay is open.",
        "<em>This article was amended on 5 May 2021 to say so.</em>",
        "<strong>Correction</strong> The quay is open.",
        "An earlier version of this story named the wrong quay.",
        "Korrektur: Der Kai ist offen.",
        "Anmerkung der Redaktion: Der Kai ist offen.",
        "Berichtigung vom 5. Mai: Der Kai ist offen.",
        "Dieser Artikel wurde am 5. Mai aktualisiert.",
        "Rectificatif : le quai est ouvert.",
        "Mise à jour du 5 mai : le quai est ouvert.",
        "Corrección: el muelle está abierto.",
        "Fe de errores: el muelle está abierto.",
        "Aclaración. El muelle está abierto.",
        "Actualización: el muelle está abierto.",
        "Errata corrige: il molo è aperto.",
        "Rectificatie: de kade is open.",
        "Correção: o cais está aberto.",
        "訂正：岸壁は開いています。",
        "更正：码头开放。",
        "تصحيح: الرصيف مفتوح.",
    ],
)
def test_what_a_newsroom_says_of_its_own_article_is_marked(text: str) -> None:
    body = f"<p>Before.</p>\n<p>{text}</p>\n"
    assert mark_notes(body) == f"<p>Before.</p>\n{NOTE}{text}</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "Corrections officers went on strike.",
        "Updates to the harbour plan are late.",
        "The correction: three per cent.",
        "Updating it took a year.",
        "This story had everything.",
        "Precisión y calma, dijo.",
    ],
)
def test_what_only_begins_alike_is_left_alone(text: str) -> None:
    assert mark_notes(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_nothing_within_an_attribute_is_taken_for_a_paragraph() -> None:
    image = '<img alt="<p>Correction: <b onclick=x>" src="a.png">'
    assert mark_notes(f"{image}<p>Update: b</p>") == f"{image}{NOTE}Update: b</p>"
