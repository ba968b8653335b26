"""The words that a page shows round every article: its outlet's name, its navigation, its desks."""

import re

from generator.text import fold
from generator.urls import find_http_url

NAVIGATION = frozenset(
    """
    home start startseite accueil inicio menu menü close search suche login log sign in up subscribe
    abo e-paper epaper newsletter share teilen print save more mehr all live video videos photos
    podcast podcasts skip main content toggle navigation advertisement anzeige about contact
    show follow youtube linkedin whatsapp tiktok facebook twitter instagram tumblr reddit paypal
    iphone iplayer anmelden suchen konto thema themen account sections search weather shop jobs
    games obituaries classifieds archive edition
    главная меню поиск головна ホーム メニュー 検索 首页 首頁 菜单 搜索 홈 메뉴 검색
    หน้าแรก ค้นหา होम खोजें الرئيسية القائمة بحث خانه ראשי beranda domů domov úvod hjem hem
    etusivu kezdőlap acasă αρχική
    """.split()
)
"""The words of which navigation is made."""

DESKS = frozenset(
    """
    news national world front page politics business sport sports health science technology tech
    culture arts opinion local education environment climate travel entertainment lifestyle economy
    crime weather europe africa asia international money media football politik wirtschaft kultur
    panorama inland ausland gesellschaft wissen gesundheit lokales regional reise netzwelt
    politique economie societe monde culture international sciences politica politik economia
    sociedad sociedade mundo cultura deportes internacional welt cronaca esteri economia mondo
    politiek economie cultuur
    regio lokaal lokal buitenland binnenland politikk utenriks ekonomi inrikes polityka gospodarka
    новости политика экономика новини ニュース 社会 政治 経済 国際 新闻 新聞 要闻 国内 国际
    뉴스 정치 경제 사회 ข่าว समाचार देश राजनीति أخبار سياسة اقتصاد اخبار חדשות berita
    gündem zprávy hírek știri ειδήσεις
    """.split()
)
"""The words of which the usual names of desks are made."""

# NewsHarbour, BBCnews, harbour-news.co.uk, "The Harbour Courier"
_BRAND = re.compile(
    r"[A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}[a-z]{2,}"
    r"|(?:[\w-]+\.)+(?:com|org|net|de|at|ch|fr|it|es|nl|co\.uk)"
    r"|(?i:(?:[\w.’'-]+ ){1,3}(?:advertiser|argus|banner|beacon|bugle|bulletin|chronicle|citizen"
    r"|courant|courier|dispatch|echo|enterprise|examiner|express|gazette|globe|guardian|herald"
    r"|independent|inquirer|journal|lantern|leader|ledger|mail|mercury|messenger|monitor|observer"
    r"|post|press|record|recorder|register|reporter|review|sentinel|standard|star|sun|telegraph"
    r"|times|tribune|voice|zeitung|anzeiger|tageblatt|nachrichten|rundschau|kurier|presse"
    r"|allgemeine))"
)
_MARKS = ".,:;!?()[]<>»›|+*•·\"'"
_GAP = re.compile(r"[\s/&|,-]+")
_NO_BRAND = re.compile(r"Mc[A-Z]|Mac[A-Z]|iPhone|iPad")
# "HomeNews", "World › Europe", "World » Europe", "News / Europe"
_TRAIL = re.compile(r"^(?:Home|Startseite)[A-ZÄÖÜ]|\S\s*[›>→]\s*\S|^[^«]*\s»\s|^\S+(?: \S+)? / \S+")


def is_brand(text: str) -> bool:
    """Say whether a line is the name of an outlet, by how such names are made."""
    words = frozenset(fold(text).split())
    return bool(_BRAND.fullmatch(text)) and not words & NAVIGATION and not _NO_BRAND.match(text)


def is_label(text: str) -> bool:
    """Say whether a line says nothing but where on a site it stands: "World news", "Sign in"."""
    words = [word.strip(_MARKS) for word in re.split(_GAP, fold(text))]
    words = [word for word in words if word and not word.isdigit()]
    return 0 < len(words) <= 4 and all(word in DESKS or word in NAVIGATION for word in words)


def is_trail(text: str) -> bool:
    """Say whether a line is the way to a page: "Home / World / Europe", "HomeNewsBridge opens"."""
    # Words within angle brackets are set off, and no step to anywhere.
    return "<" not in text and bool(_TRAIL.search(text))


def is_address(text: str) -> bool:
    """Say whether a line is a web address and nothing else."""
    return len(text.split()) == 1 and find_http_url(text) is not None
