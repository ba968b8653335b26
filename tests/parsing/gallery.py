"""A gallery of invented pages: those that are no articles, and odd ones that are.

They have the shapes that content systems give to such pages, in many languages. Each is a name
with its HTML and, where a test needs it, the address.
"""

from typing import NamedTuple

from tests.parsing.pages import PROSE


class Exhibit(NamedTuple):
    """A page; `url` is where it was saved, if that is known."""

    html: str
    url: str | None = None


NAV = (
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/politics/">Politics</a></li>'
    '<li><a href="/harbour/">Harbour</a></li></ul></nav></header>'
)
FOOT = "<footer><p>© 2024 The Echo</p><a href='/imprint'>Imprint</a></footer>"


def page(title: str, body: str, head: str = "", attributes: str = "") -> str:
    """Return a page of The Echo."""
    return (
        f"<!DOCTYPE html><html><head><title>{title} - The Echo</title>"
        f'<meta property="og:site_name" content="The Echo">{head}</head>'
        f"<body {attributes}>{NAV}<main>{body}</main>{FOOT}</body></html>"
    )


def cards(times: int, item: str) -> str:
    """Return different headlines with excerpts, each set as `item` says."""
    return "".join(
        item.format(
            n=n,
            url=f"/2024/05/quay-{n}-closes-once-again",
            head=f"Quay {n} closes once again",
            text=f"It was said at meeting {n}, which lasted past midnight, of people long gone.",
        )
        for n in range(times)
    )


CARD = '<article class="card"><h2><a href="{url}">{head}</a></h2><p>{text}</p></article>'
PLAIN = '<div class="row"><a href="{url}"><b>{head}</b></a><br>{text}</div>'
BARE = '<li><a href="{url}">{head}</a></li>'
TYPED = (
    '<div itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">'
    '<a href="{url}">{head}</a></h3><p itemprop="description">{text}</p></div>'
)
COLLECTION = '<script type="application/ld+json">{"@type":["WebPage","CollectionPage"]}</script>'

# ── Lists ────────────────────────────────────────────────────────────────────────────────────

SECTIONS = {
    "a front page": Exhibit(
        page("The Echo", cards(12, CARD), '<meta property="og:type" content="website">'),
        "https://echo.example/",
    ),
    "a section of WordPress": Exhibit(
        page(
            "Harbour", f"<h1>Harbour</h1>{cards(10, CARD)}", COLLECTION, 'class="archive category"'
        )
    ),
    "a topic with few articles": Exhibit(
        page(
            "Swans",
            f"<h1>Swans</h1>{cards(4, CARD)}",
            '<meta property="og:type" content="website">',
            'class="archive tag tag-swans"',
        ),
        "https://echo.example/tag/swans/",
    ),
    "an author": Exhibit(
        page("Jo Verse", f"<h1>Jo Verse</h1><p>{PROSE[0]}</p>{cards(15, BARE)}"),
        "https://echo.example/author/jo-verse",
    ),
    "a month": Exhibit(
        page("May 2024", f"<h1>May 2024</h1>{cards(20, PLAIN)}"), "https://echo.example/2024/05/"
    ),
    "a section whose cards are asides": Exhibit(
        page(
            "Harbour",
            f"<h1>Harbour</h1><p>{PROSE[0]}</p>"
            + cards(12, '<aside><h3><a href="{url}">{head}</a></h3><p>{text}</p></aside>'),
        ),
        "https://echo.example/harbour",
    ),
    "a section with an introduction and a sidebar": Exhibit(
        page(
            "Harbour",
            f"<h1>Harbour</h1><p>{PROSE[0]}</p>{cards(8, BARE)}"
            f"<div class='sidebar'>{cards(20, BARE)}</div>",
        ),
        "https://echo.example/harbour",
    ),
    "a section with microdata": Exhibit(page("Harbour", cards(9, TYPED))),
    "a section as tables of 1999": Exhibit(
        "<html><head><title>The Echo</title></head><body><table><tr><td>"
        + cards(12, '<font size=2><a href="{url}">{head}</a></font><br>{text}<p>')
        + "</td></tr></table></body></html>"
    ),
    "a section in Chinese": Exhibit(
        page(
            "港口新闻",
            "<h1>港口</h1>"
            + "".join(
                f'<div><a href="/a/{n}"><h3>东码头第{n}次关闭引起居民的关注</h3></a>'
                f"<p>港务局在星期一晚上开会并且通过了第{n}次关闭东码头的决定，没有人要求这样做。</p></div>"
                for n in range(10)
            ),
        ),
        "https://echo.example/harbour/",
    ),
}

# ── Results of a search ──────────────────────────────────────────────────────────────────────

SEARCH_WORDS = {
    "en": ("Search results for “quay”", "12 results found"),
    "de": ("Suchergebnisse für „Kai“", "12 Treffer für Kai"),
    "fr": ("Résultats de recherche", "12 résultats trouvés"),
    "es": ("Resultados de búsqueda", "12 resultados encontrados"),
    "it": ("Risultati della ricerca", "12 risultati trovati"),
    "pt": ("Resultados da busca", "12 resultados encontrados"),
    "nl": ("Zoekresultaten", "12 resultaten gevonden"),
    "sv": ("Sökresultat", "12 träffar"),
    "pl": ("Wyniki wyszukiwania", "12 wyników"),
    "cs": ("Výsledky vyhledávání", "Nalezeno 12"),
    "ru": ("Результаты поиска", "Найдено результатов: 12"),
    "tr": ("Arama sonuçları", "12 sonuç bulundu"),
    "el": ("Αποτελέσματα αναζήτησης", ""),
    "ar": ("نتائج البحث", ""),
    "zh": ("搜索结果", "12 条结果"),
    "ja": ("検索結果", "12件の検索結果"),
    "ko": ("검색 결과", ""),
}
SEARCHES = {
    **{
        f"results in {language}": Exhibit(
            page(title, f"<h1>{title}</h1><p>{found}</p>{cards(5, CARD)}"),
            "https://echo.example/?s=quay",
        )
        for language, (title, found) in SEARCH_WORDS.items()
    },
    "no results, in WordPress": Exhibit(
        page(
            "Search Results for “quay”",
            "<h1>Nothing found</h1><p>Sorry, nothing matched your search. Search again.</p>",
            attributes='class="search search-no-results"',
        )
    ),
    "a search for what is in the title": Exhibit(
        page("Quay closes", f"<h1>Quay closes</h1>{cards(6, PLAIN)}"),
        "https://echo.example/search?q=quay+closes",
    ),
}

# ── Walls and notices ────────────────────────────────────────────────────────────────────────

FORM = (
    '<form><label>E-mail</label><input type="email"><label>*</label><input type="password">'
    "<button>OK</button></form>"
)
LOGIN_WORDS = {
    "en": ("Log in", "Please log in to continue. Forgot your password?"),
    "de": ("Anmelden", "Bitte melden Sie sich an, um weiterzulesen. Passwort vergessen?"),
    "fr": ("Se connecter", "Connectez-vous pour lire la suite. Mot de passe oublié ?"),
    "es": ("Iniciar sesión", "¿Olvidaste tu contraseña? ¿No tienes cuenta?"),
    "it": ("Accedi", "Password dimenticata? Non hai un account?"),
    "pt": ("Entrar", "Esqueceu a senha? Não tem uma conta?"),
    "nl": ("Inloggen", "Wachtwoord vergeten? Nog geen account?"),
    "sv": ("Logga in", "Glömt ditt lösenord?"),
    "da": ("Log ind", "Glemt adgangskode?"),
    "pl": ("Zaloguj się", "Nie pamiętasz hasła?"),
    "cs": ("Přihlášení", "Zapomněli jste heslo?"),
    "hu": ("Bejelentkezés", "Elfelejtett jelszó"),
    "ru": ("Войти", "Забыли пароль?"),
    "tr": ("Giriş yap", "Şifremi unuttum"),
    "ar": ("تسجيل الدخول", "هل نسيت كلمة المرور؟"),
    "zh": ("登录", "忘记密码？"),
    "ja": ("ログイン", "パスワードをお忘れの方"),
    "ko": ("로그인", "비밀번호 찾기"),
}
LOGINS = {
    **{
        f"a login in {language}": Exhibit(page(title, f"<h1>{title}</h1><p>{text}</p>{FORM}"))
        for language, (title, text) in LOGIN_WORDS.items()
    },
    "a login by its address": Exhibit(
        page("My Echo", f"<h1>Welcome back</h1>{FORM}"), "https://login.echo.example/start"
    ),
    "an article of which only the login is shown": Exhibit(
        page(
            "East quay closes",
            f"<h1>East quay closes</h1><p>Please log in to continue reading.</p>{FORM}",
            '<meta property="og:type" content="article">',
        )
    ),
}

COOKIE_WORDS = {
    "en": ("We value your privacy", "We and our 834 partners store and/or access information on a "
           "device. We use cookies for personalised ads.", "Accept all"),
    "de": ("Datenschutzeinstellungen", "Wir und unsere 219 Partner verwenden Cookies. Mit Ihrer "
           "Einwilligung zeigen wir personalisierte Werbung.", "Alle akzeptieren"),
    "fr": ("Votre vie privée", "Avec nos partenaires, nous utilisons des cookies. Vous pouvez "
           "retirer votre consentement.", "Tout accepter"),
    "es": ("Tu privacidad", "Utilizamos cookies propias y de nuestros socios.", "Aceptar todo"),
    "it": ("Informativa", "Noi e i nostri partner usiamo cookie tecnici.", "Accetta tutto"),
    "pt": ("A sua privacidade", "Os nossos parceiros pedem o seu consentimento.", "Aceitar todos"),
    "nl": ("Cookie-instellingen", "Wij gebruiken cookies, en onze partners ook.", "Akkoord"),
    "sv": ("Din integritet", "Vi använder cookies med ditt samtycke.", "Godkänn alla"),
    "da": ("Dit privatliv", "Vi bruger cookies, og vores partnere gør det.", "Accepter alle"),
    "fi": ("Yksityisyytesi", "Käytämme evästeitä, ja kumppanimme myös.", "Hyväksy kaikki"),
    "pl": ("Szanujemy Twoją prywatność", "Nasi zaufani partnerzy używają plików cookie.",
           "Przejdź do serwisu"),
    "cs": ("Vaše soukromí", "Používáme cookies, je potřeba váš souhlas.", "Přijmout vše"),
    "hu": ("Sütik", "Sütiket használunk partnereink hirdetéseihez.", "Elfogadom"),
    "ro": ("Confidențialitate", "Partenerii noștri cer consimțământul.", "Sunt de acord"),
    "ru": ("Файлы cookie", "Мы используем файлы cookie.", "Принять все"),
    "tr": ("Çerezler", "Sitemizde çerez kullanıyoruz.", "Kabul et"),
    "ja": ("クッキー", "当サイトではクッキーを使用しています。", "同意する"),
    "zh": ("隐私设置", "我们使用cookie来改善您的体验。", "同意"),
}  # fmt: skip
COOKIES = {
    **{
        f"a notice in {language}": Exhibit(
            page(title, f"<h1>{title}</h1><div><p>{text}</p><button>{button}</button></div>")
        )
        for language, (title, text, button) in COOKIE_WORDS.items()
    },
    "a notice that sells freedom from advertisements": Exhibit(
        page("Zustimmung", "<h1>Willkommen beim Echo</h1><p>Mit Werbung und Cookies weiterlesen. "
             "Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Ihre Zustimmung ist jederzeit "
             "widerrufbar.</p><p>… oder mit PUR-Abo: ganz ohne Werbetracking.</p>"
             "<button>Akzeptieren und weiter</button>")
    ),
    "a notice on a host of its own": Exhibit(
        "<html><head><title>Echo</title></head><body><p>We use cookies, and so do our partners, as "
        "our cookie policy tells at length.</p><button>I agree</button></body></html>",
        "https://consent.echo.example/?return=/2024/05/east-quay-closes",
    ),
    "a notice that names nothing": Exhibit(
        page("Home", "<p>We use cookies. Our partners have a legitimate interest. Manage your "
             "preferences at any time, or withdraw your consent.</p><button>OK</button>"),
    ),
}  # fmt: skip

MISSING_WORDS = {
    "en": ("Page not found", "Sorry, the page you are looking for may have been removed."),
    "de": ("Seite nicht gefunden", "Die gesuchte Seite existiert nicht mehr."),
    "fr": ("Page introuvable", "La page que vous recherchez n'existe plus."),
    "es": ("Página no encontrada", "La página que buscas ya no está disponible."),
    "it": ("Pagina non trovata", "La pagina che cerchi non esiste."),
    "pt": ("Página não encontrada", "A página que procura não existe."),
    "nl": ("Pagina niet gevonden", "De pagina die je zoekt bestaat niet."),
    "sv": ("Sidan hittades inte", "Sidan du söker finns inte."),
    "pl": ("Strona nie istnieje", "Strona, której szukasz, została usunięta."),
    "cs": ("Stránka nenalezena", "Stránka, kterou hledáte, neexistuje."),
    "ru": ("Страница не найдена", "Запрашиваемая страница не существует."),
    "tr": ("Sayfa bulunamadı", "Aradığınız sayfa bulunamadı."),
    "ar": ("الصفحة غير موجودة", "الصفحة التي تبحث عنها غير موجودة."),
    "zh": ("页面不存在", "您访问的页面不存在。"),
    "ja": ("ページが見つかりません", "お探しのページは移動したか削除された可能性があります。"),
    "ko": ("페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다."),
}
MISSING = {
    **{
        f"an error in {language}": Exhibit(
            page(title, f"<h1>{title}</h1><p>{text}</p><ul>{cards(6, BARE)}</ul>")
        )
        for language, (title, text) in MISSING_WORDS.items()
    },
    "an error with a way out": Exhibit(
        page(
            "Page not found",
            "<h1>Page not found</h1><p>Sorry, the page that you were looking for "
            "could not be found.</p><p>Try the search or go back to the front page of the Echo, "
            "where all that is new stands.</p>",
        )
    ),
    "a page that no archive has": Exhibit(
        page(
            "Wayback Machine", "<h1>Hrm.</h1><p>The Wayback Machine has not archived that URL.</p>"
        )
    ),
    "a server's own page": Exhibit(
        "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1>"
        "</center><hr><center>nginx/1.18.0</center></body></html>"
    ),
    "an error of WordPress": Exhibit(
        page("Page not found", "<h1>Oops!</h1><p>Maybe try a search?</p>", "", 'class="error404"')
    ),
    "an error by its address": Exhibit(
        page("Sorry", "<h1>Sorry</h1><p>We couldn't find that. Something went wrong.</p>"),
        "https://echo.example/404.html",
    ),
}

ROBOTS = {
    "a check of Cloudflare": Exhibit(
        "<html><head><title>Just a moment...</title></head><body><h1>echo.example</h1><p>Verifying "
        "you are human. This may take a few seconds.</p><p>echo.example needs to review the "
        "security of your connection before proceeding.</p><div>Ray ID: 8a1b2c</div>"
        '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body></html>'
    ),
    "a captcha": Exhibit(
        "<html><head><title>Are you a robot?</title></head><body><p>Please complete the captcha to "
        "show that you are not a robot.</p><div class='g-recaptcha'></div></body></html>"
    ),
    "a check for odd traffic": Exhibit(
        page(
            "Are you a robot?",
            "<h1>We have detected unusual activity from your network</h1><p>To "
            "continue, let us know that you are not a robot.</p><p>Why did this happen? Please "
            "make sure your browser supports JavaScript and cookies and that you are not blocking "
            "them from loading.</p>",
        )
    ),
    "access denied": Exhibit(
        "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have "
        'permission to access "http://echo.example/a" on this server.<P>Reference #18.5f2</P>'
        "</BODY></HTML>"
    ),
}

OTHERS = {
    "a form to sign up for a newsletter": Exhibit(
        page("Newsletter", "<h1>Newsletter</h1><p>The harbour, every Friday, to your inbox. "
             "Unsubscribe at any time.</p><input type=email>")
    ),
    "a cover or an index of the printed paper": Exhibit(
        page("E-Paper", f"<h1>E-Paper</h1><ul>{cards(5, BARE)}</ul>"),
        "https://epaper.echo.example/2024-05-04",
    ),
    "a page that only its program fills": Exhibit(
        "<html><head><title>The Echo</title></head><body><noscript>You need to enable JavaScript "
        "to run this app.</noscript><div id=root></div><script src=/main.js></script></body></html>"
    ),
    "a notice that the page is not shown in this country": Exhibit(
        "<html><head><title>451: Unavailable due to legal reasons</title></head><body><h1>451</h1>"
        "<p>We recognize you are attempting to access this website from a country of the European "
        "Economic Area.</p></body></html>"
    ),
    "tables of the weather": Exhibit(
        page("Weather", "<h1>Weather</h1><table><tr><th>Day<th>Wind</tr><tr><td>Monday<td>NE 5</tr>"
             "<tr><td>Tuesday<td>calm</tr><tr><td>Friday<td>gale</tr></table>"),
        "https://echo.example/weather/",
    ),
    "a video without a text": Exhibit(
        page("The quay at noon", "<h1>The quay at noon</h1><video src=a.mp4></video>")
    ),
    "a recording without a text": Exhibit(
        page("Harbour talk 12", "<h1>Harbour talk 12</h1><audio src=a.mp3></audio>")
    ),
    "pictures without a text": Exhibit(
        page("The regatta", "<h1>The regatta</h1>" + "<img src=a.jpg>" * 6)
    ),
}  # fmt: skip

SILENT = (
    LOGINS["a login by its address"],
    *(page for name, page in OTHERS.items() if "without a text" in name or "program" in name),
)
"""Those that show nothing but a headline."""

# ── Odd articles ─────────────────────────────────────────────────────────────────────────────

TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
OVERLAY = (
    "<div id='onetrust-banner-sdk'><p>We use cookies. We and our 834 partners store and/or access "
    "information on a device, with your consent.</p><button>Accept all</button></div>"
)


def _round_up(host: str) -> str:
    return "".join(
        f'<p><a href="{host}/quay-{n}"><b>How quay number {n} was closed</b></a><br>A long look at '
        f"what happened at quay {n}, and why nobody has been asked about it since.</p>"
        for n in range(12)
    )


ARTICLES = {
    "an article under a consent overlay": Exhibit(
        page("East quay closes", f"<h1>East quay closes</h1>{TEXT}{OVERLAY}")
    ),
    "an article of which a teaser is shown": Exhibit(
        page("East quay closes", f"<h1>East quay closes</h1><p>{PROSE[0]}</p><p>Log in to continue "
             f"reading. Already a subscriber?</p>{FORM}")
    ),
    "an article about cookies": Exhibit(
        page("Cookies", f"<h1>Cookies</h1><p>The baker says that he knows what is meant by “we use "
             f"cookies”, and that he does.</p>{TEXT}")
    ),
    "an article about a page that is missing": Exhibit(
        page("Page not found", f"<h1>Page not found</h1>{TEXT}<p>Page 12 of the book is lost.</p>")
    ),
    "a brief article with that title": Exhibit(
        page("Not found", "<h1>Not found</h1><p>The diary of the first harbour master, which was "
             "lost in 1911, has not turned up in the attic of the town hall either.</p>")
    ),
    "a search for a missing man": Exhibit(
        page("Search", f"<h1>Search</h1>{TEXT}"), "https://echo.example/2024/05/search"
    ),
    "an article with a login in its header": Exhibit(
        page("East quay closes", f"<div>{FORM}</div><h1>East quay closes</h1><p>{PROSE[0]}</p>")
    ),
    "a picture story, whose text are its captions": Exhibit(
        page("The regatta in pictures", "<h1>The regatta in pictures</h1>" + "".join(
             f"<figure><img src={n}.jpg><figcaption>Boat {n} rounds the light</figcaption></figure>"
             for n in range(6)))
    ),
    "a round-up of links to others": Exhibit(
        page("Friday links", f"<h1>Friday links</h1>{_round_up('https://other.example')}")
    ),
    "a round-up of its own articles": Exhibit(
        page("Twelve quays that we wrote about this year",
             f"<h1>Twelve quays that we wrote about this year</h1>{_round_up('')}"),
        "https://echo.example/2024/12/twelve-quays-that-we-wrote-about",
    ),
    "a front page of a weblog, with whole posts": Exhibit(
        page("Jo's log", "".join(
            f"<div class=post><h2><a href='/p/{n}'>What I saw at quay number {n}</a></h2>{TEXT}"
            f"<p>All this was at quay {n}.</p></div>" for n in range(9))),
        "https://jo.example/",
    ),
    "a list of many things to do": Exhibit(
        page("21 things to do in Lanvarn", "<h1>21 things to do in Lanvarn</h1><ol>" + "".join(
            f"<li><a href='/{n}'>Walk along quay {n}</a> before it is closed.</li>"
            for n in range(21)) + "</ol>"),
        "https://echo.example/21-things-to-do-in-lanvarn",
    ),
    "a brief item beside many headlines": Exhibit(
        page("East quay to close", f"<h1>East quay to close</h1><p>By Jo Verse</p><p>{PROSE[0]} "
             f"{PROSE[1]}</p><h4>Latest</h4><ul>{cards(9, BARE)}</ul>"),
        "https://echo.example/news/east-quay-to-close-98123",
    ),
    "an obituary beside many headlines": Exhibit(
        page("Jo Verse", f"<h1>Jo Verse</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
             f"<div class='sidebar'><h4>Most read</h4><ul>{cards(40, BARE)}</ul></div>"),
        "https://echo.example/obituaries/jo-verse",
    ),
    "one beside headlines in a box that isn't named": Exhibit(
        page("Jo Verse", f"<h1>Jo Verse</h1>{TEXT}<p>Then it rained.</p>"
             f"<div><ul>{cards(40, BARE)}</ul></div>"),
        "https://echo.example/obituaries/jo-verse",
    ),
    "a live blog whose entries lead to themselves": Exhibit(
        page("Storm over the quays", "<h1>Storm over the quays</h1>" + cards(
            40, '<div><h2><a href="/live/storm?post={url}">{head}</a></h2><p>{text}</p></div>')),
        "https://echo.example/live/storm",
    ),
    "one that is marked up by its parts": Exhibit(
        page("Storm over the quays", "<h1>Storm over the quays</h1>" + cards(
            40, '<div><h2><a href="/live/storm#{url}">{head}</a></h2><p>{text}</p></div>'))
    ),
    "forty links with an introduction": Exhibit(
        page("What you read most this year", "<h1>What you read most this year</h1>"
             f"<p>{PROSE[0]} {PROSE[1]}</p>{cards(40, PLAIN)}")
    ),
    "a post that calls itself a website": Exhibit(
        page("Moving house", f"<h1>Moving house</h1><p>{PROSE[0]}</p><ul>{cards(4, BARE)}</ul>",
             '<meta property="og:type" content="website">')
    ),
    "a video with words of its own": Exhibit(
        page("The quay at noon", "<h1>The quay at noon</h1><video src=a.mp4></video><p>This is "
             "what the east quay looked like on its last day, filmed by the clerk.</p>")
    ),
    "a story about the weather": Exhibit(
        page("Weather", f"<h1>Weather</h1>{TEXT}"), "https://echo.example/weather/"
    ),
    "a frequent question": Exhibit(
        page("How do I log in?", "<h1>How do I log in?</h1><p>Knock three times at the green door, "
             "say who sent you, and wait until the harbour master has found his glasses.</p>")
    ),
}  # fmt: skip

# ── Pasted pages ─────────────────────────────────────────────────────────────────────────────

MENU = "The Echo\nHome\nPolitics\nLog in\nSearch\nNewsletter\n\n"
SECTION, RESULTS = "a section front, a list of articles", "a page of search results"


def _items(times: int, below: str) -> str:
    return "".join(
        f"Quay {n} closes once again\nIt was said at meeting {n}, which lasted past midnight, of "
        f"people who had gone, and by those who had not.\n{below}\n"
        for n in range(times)
    )


PASTES = {
    "a front with times": (SECTION, f"{MENU}Harbour\n{_items(9, '3 hours ago')}"),
    "a front with bylines": (SECTION, f"{MENU}{_items(9, 'Jo Verse' + chr(10) + 'May 4, 2024')}"),
    "results": (
        RESULTS,
        f"{MENU}Search results for “quay”\n12 results found\n{_items(4, '2 May')}",
    ),
    "results in German": (RESULTS, "Das Echo\nSuchergebnisse für „Kai“\n12 Treffer für Kai\n"),
    "a login": (
        "a login wall",
        f"{MENU}Log in\n\nPlease log in to continue reading.\n\nForgot your password?\n"
        "Don't have an account? Create an account",
    ),
    "a cookie notice": (
        "a cookie notice",
        f"{MENU}We value your privacy\n\nWe and our 834 partners store and/or access information "
        "on a device. With your consent we show personalised ads.\n\nAccept all\nReject all",
    ),
    "a cookie notice in French": (
        "a cookie notice",
        "L'Écho\n\nVotre vie privée\n\nAvec nos partenaires, nous utilisons des cookies, si vous "
        "en êtes d'accord. Vous pouvez retirer votre consentement.\n\nTout accepter\nTout refuser",
    ),
    "an error": (
        "the site's error page",
        f"{MENU}Page not found\n\nSorry, the page you are looking for may have been removed, or "
        "you mistyped the address.\n",
    ),
}

PASTED_TEXT = "\n\n".join(PROSE)
PASTED_ARTICLES = {
    "with a menu and a notice": f"{MENU}East quay closes\nBy Jo Verse\n{PASTED_TEXT}\n\nWe use "
    "cookies. We and our 834 partners store and/or access information on a device.\nAccept all",
    "with cards below": f"{MENU}East quay closes\nBy Jo Verse\n3 hours ago\n\n{PASTED_TEXT}\n\n"
    f"More stories\n{_items(8, '3 hours ago')}",
    "with a subhead a paragraph": f"{MENU}Six reasons to stay\n\n"
    + "\n\n".join(f"It is quiet on quay {n}\n\n{PROSE[n % 3]}" for n in range(6)),
    "that wants readers to log in": f"{MENU}East quay closes\n\n{PROSE[0]}\n\nPlease log in to "
    "continue reading.\nForgot your password?",
    "that is about a page": f"Page not found\n\n{PASTED_TEXT}",
}
