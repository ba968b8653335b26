"""Pages that list articles: front pages, sections, archives, topics, results of a search."""

from generator.parsing.boxes import Piece
from generator.parsing.gates import addresses
from generator.parsing.gates.looks import Look
from generator.parsing.gates.said_of_pages import SEARCH
from generator.parsing.prose import count_words
from generator.parsing.signatures import signs
from generator.text import fold

LEADS_LIMIT = 8
"""The fewest headlines that make a list by their number."""

_FEW_LEADS = 3
_MANY_LEADS = 30
_TEASERS = 150
_SURE = 3
_WORDS_EACH = 2
_INTRODUCTION = 60
_BRIEF = 25
_NO_RESULTS = 25
_MOST = 0.6
_NEARLY_ALL = 0.8
_NAME_WORDS = 3
_OPENING = 6

_COLLECTIONS = frozenset(["CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"])
_RESULTS = frozenset(["search", "search-results", "search-page", "page-search", "template-search"])
_LISTS = frozenset(
    """home front frontpage homepage archive archives category tag author blog-index date
    home-template tag-template author-template view-list view-category view-featured
    page-taxonomy path-frontpage page-home section-front sectionfront template-blog paged
    index archive-view""".split()
)
"""Class names of whole pages in WordPress, Ghost, Joomla, Drupal, Squarespace, Shopify, Blogger."""

_SINGLES = frozenset(
    """single single-post singular post-template page-template view-article view-item item-view
    node-type-article page-node-type-article template-article type-post article-page""".split()
)


def is_listing(look: Look) -> bool:
    """Say whether a page is a list of articles: built as one, and one by another witness as well.

    A page that says it is one article is one; so is a round-up, whose title is a headline and whose
    address is an article's, unless more speaks for the list.
    """
    if look.document.says_article:
        return False
    if _is_bare_front(look):
        return True
    if not _is_built_as_list(look):
        return False
    return _count_for(look) > _count_against(look)


def _is_bare_front(look: Look) -> bool:
    """Say whether a site's front page shows links and no prose, in whatever they are set."""
    address = look.words.address
    if not address.host or address.parts or address.asked or look.body.sheet.has_prose:
        return False
    # They may all stand in one table, whose cells are one line.
    return len(look.document.elements.named("a")) >= _MANY_LEADS


def _is_built_as_list(look: Look) -> bool:
    """Say whether headlines stand where the text should.

    Either there are many and no more prose than an introduction, or most prose stands below one.
    """
    leads = look.leads
    if leads.count >= LEADS_LIMIT:
        # The page of an author begins with who that is.
        introduced = look.words.address.lists and _count_for(look) >= _SURE - 1
        most = _INTRODUCTION if introduced else _WORDS_EACH * leads.count
        few = look.words.words < min(most, _INTRODUCTION)
        # A brief item stands beside as many headlines as an introduction does.
        introduces = leads.share > 0 or look.words.words < _BRIEF or _count_for(look) > 1
        instead = leads.main >= _FEW_LEADS and ((few and introduces) or _is_front(look))
        return leads.share >= _MOST or instead
    few_leads = leads.count >= _FEW_LEADS and leads.share >= _NEARLY_ALL
    return few_leads and _count_for(look) >= 2


def _is_front(look: Look) -> bool:
    """Say whether a page has many headlines with no more text than a few teasers.

    That is what a brief item beside them has as well, so that all else has to say it is a list.
    """
    teases = look.leads.main >= _MANY_LEADS and look.words.words < _TEASERS
    return teases and _count_for(look) >= _count_against(look) + _SURE


def _count_for(look: Look) -> int:
    """Count what else says that a page is a list."""
    # By ogp.me, "website" is what any page is that says nothing finer.
    told = not _COLLECTIONS.isdisjoint(look.types) or look.document.first("og:type") == "website"
    return sum(
        [
            told,
            look.words.address.lists,
            not _LISTS.isdisjoint(look.classes),
            any(_is_name(title, look) for title in look.words.titles) or not look.words.titles,
            _has_next_page(look),
            look.leads.main >= _MANY_LEADS,
        ]
    )


def _count_against(look: Look) -> int:
    """Count what says that a page is one article, with many links in it."""
    return sum(
        [
            look.words.address.names_article,
            not _SINGLES.isdisjoint(look.classes),
            look.leads.opening >= _BRIEF,
            # Those of a list stand beside links; an article is signed by itself.
            any(signs(piece.text) for piece in look.body.above[:_OPENING] if not _is_led(piece)),
        ]
    )


def _is_led(piece: Piece) -> bool:
    return piece.linked > 0 or piece.kind != "text"


def _is_name(title: str, look: Look) -> bool:
    """Say whether a title is no headline but a name: a section's, a person's, the outlet's."""
    return count_words(title) <= _NAME_WORDS or fold(title) in {fold(o) for o in look.outlets}


def _has_next_page(look: Look) -> bool:
    links = look.document.root.xpath("//link[@rel='next'] | //a[@rel='next'] | //link[@rel='prev']")
    return bool(links)


def is_search(look: Look) -> bool:
    """Say whether a page shows what a search found, or that it found nothing."""
    if look.document.says_article:
        return False
    query = fold(look.words.address.query)
    named = look.words.call_it(SEARCH) or (
        bool(query) and any(query in fold(title) for title in look.words.titles)
    )
    at = look.words.address.has(addresses.SEARCH) or bool(query)
    told = "SearchResultsPage" in look.types or not _RESULTS.isdisjoint(look.classes)
    if not (named or at or told):
        return False
    text = look.words.sort_out(SEARCH)
    listed = look.leads.count >= _FEW_LEADS and look.leads.share >= _MOST
    found = listed or _is_built_as_list(look) or text.rest < _NO_RESULTS
    return found and named + at + told + bool(text.said) >= 2
