"""What pages say that list others, are missing, or are shown elsewhere."""

from generator.parsing.gates.phrases import Phrases

SEARCH = Phrases(
    names="""
    search results, search results for …, you searched for …, search, suchergebnisse,
    suchergebnisse für …, suchergebnis, suche, résultats de recherche, résultats de la recherche,
    recherche, rechercher, resultados de búsqueda, resultados de la búsqueda, búsqueda, buscar,
    buscador, risultati della ricerca, risultati di ricerca, ricerca, cerca, resultados da busca,
    resultados da pesquisa, resultado da busca, busca, pesquisa, zoekresultaten,
    zoekresultaten voor …, zoeken, zoek, sökresultat, sökresultat för …, sök, sökning,
    søgeresultater, søgning, søg, søkeresultater, søk, hakutulokset, hakutulokset …, haku,
    otsingu tulemused, otsing, wyniki wyszukiwania, wyniki wyszukiwania dla …, wyszukiwarka,
    szukaj, výsledky vyhledávání, výsledky hledání, vyhledávání, hledání, výsledky vyhľadávania,
    vyhľadávanie, keresési találatok, keresési eredmények, találatok, keresés,
    rezultatele căutării, căutare, резултати от търсене, резултати от търсенето, търсене,
    резултати претраге, претрага, rezultati pretrage, rezultati pretraživanja, pretraga,
    rezultati iskanja, iskanje, αποτελέσματα αναζήτησης, αναζήτηση, arama sonuçları,
    … için arama sonuçları, arama, результаты поиска, результаты поиска по …, поиск,
    результати пошуку, пошук, paieškos rezultatai, paieška, meklēšanas rezultāti, meklēšana,
    resultats de la cerca, نتائج البحث, نتائج البحث عن …, بحث, نتایج جستجو, جستجو, תוצאות חיפוש,
    חיפוש, खोज परिणाम, खोज के परिणाम, hasil pencarian, hasil carian, kết quả tìm kiếm, tìm kiếm,
    ผลการค้นหา, ค้นหา, 搜索结果, 搜尋結果, 搜索, 検索結果, 検索, 검색 결과, 검색결과, 검색
    """,
    says="""
    results found, results for, no results found, no results for, your search for, your search …,
    did not match, sort by relevance, refine your search, search again, nothing found, treffer für,
    ergebnisse für, keine treffer, keine ergebnisse gefunden, nach relevanz, résultats pour,
    résultats trouvés, aucun résultat, trier par pertinence, resultados para,
    resultados encontrados, no se encontraron resultados, ordenar por relevancia, risultati per,
    risultati trovati, nessun risultato, nenhum resultado, resultaten voor, resultaten gevonden,
    geen resultaten, träffar, inga träffar, ingen treff, wyników, brak wyników, nalezeno,
    nenalezeno, találat, nincs találat, niciun rezultat, няма намерени резултати,
    δεν βρέθηκαν αποτελέσματα, sonuç bulundu, sonuç bulunamadı, найдено результатов,
    ничего не найдено, нічого не знайдено, ei tuloksia, nav atrasts, لا توجد نتائج,
    نتيجه ای یافت نشد, לא נמצאו תוצאות, tidak ditemukan, không tìm thấy kết quả, 件の検索結果,
    件中, 件见つかりました, 条结果, 筆結果, 没有找到, 검색결과가 없습니다, 건의 검색
    """,
)
"""Pages of search results."""

MISSING = Phrases(
    names="""
    404, 404 error, error 404, 404 not found, not found, page not found, 404 page not found,
    403 forbidden, forbidden, 410 gone, gone, error, oops, oops!, server error,
    internal server error, 500 internal server error, 502 bad gateway, bad gateway,
    503 service unavailable, service unavailable, page unavailable, page cannot be found,
    content not found, article not found, page missing, this page isn't available,
    page isn't available, wayback machine, hrm, seite nicht gefunden, fehler 404,
    nicht gefunden, fehler, fehlerseite,
    artikel nicht gefunden, page non trouvée, page introuvable, erreur 404, erreur,
    page inexistante, página no encontrada, página não encontrada, página inexistente, erro 404,
    erro, pagina non trovata, errore 404, errore, pagina niet gevonden, niet gevonden, fout 404,
    foutmelding, sidan hittades inte, sidan kunde inte hittas, siden blev ikke fundet,
    siden ble ikke funnet, siden findes ikke, finner ikke siden, fejl 404, sivua ei löydy,
    sivua ei löytynyt, lehekülge ei leitud, nie znaleziono strony, strona nie istnieje, błąd 404,
    stránka nenalezena, stránka nebola nájdená, chyba 404, az oldal nem található,
    a keresett oldal nem található, hiba, pagina nu a fost găsită, pagina nu există,
    страницата не е намерена, грешка 404, stranica nije pronađena, страница није пронађена,
    stran ne obstaja, strani ni mogoče najti, η σελίδα δεν βρέθηκε, sayfa bulunamadı, hata,
    страница не найдена, ошибка 404, ошибка, сторінку не знайдено, помилка 404, puslapis nerastas,
    lapa nav atrasta, pàgina no trobada, الصفحة غير موجودة, صفحه پیدا نشد, صفحه یافت نشد,
    הדף לא נמצא, העמוד לא נמצא, पेज नहीं मिला, halaman tidak ditemukan, halaman tidak dijumpai,
    không tìm thấy trang, ไม่พบหน้า, ไม่พบหน้าที่คุณต้องการ, 页面不存在, 找不到页面, 找不到頁面,
    页面未找到, ページが見つかりません, お探しのページは見つかりませんでした,
    페이지를 찾을 수 없습니다, 요청하신 페이지를 찾을 수 없습니다
    """,
    says="""
    page you are looking for, page you were looking for, page you requested,
    page you're looking for, page could not be found, page cannot be found, page can't be found,
    page doesn't exist, page does not exist, page no longer exists, was not found on this server,
    has been moved or deleted, could not be found, couldn't find, may have been removed,
    might have been removed, no longer available, you followed a broken link, mistyped,
    something went wrong, has not archived that url, help make the wayback machine,
    this page is available on the web, go back to the, return to the home, try the search,
    try searching, zur startseite, retour à l'accueil, volver al inicio, torna alla home,
    try again later, article could not be found, temporarily unavailable,
    http error, seite existiert nicht, seite konnte nicht gefunden, wurde nicht gefunden,
    nicht mehr verfügbar, gesuchte seite, angeforderte seite, aufgerufene seite, page demandée,
    page que vous recherchez, page que vous cherchez, n'existe pas, n'existe plus, est introuvable,
    página que buscas, página que busca, página solicitada, no existe, ya no está disponible,
    página que você procura, página que procura, não existe, não foi encontrada, pagina che cerchi,
    pagina che stai cercando, pagina richiesta, non esiste, pagina die je zoekt,
    pagina die u zoekt, bestaat niet, kon niet worden gevonden, sidan du söker, sidan du letade,
    finns inte, siden du leder, siden du leter, findes ikke, finnes ikke, etsimääsi sivua,
    której szukasz, nie istnieje, została usunięta, kterou hledáte, neexistuje, ktorú hľadáte,
    a keresett oldal, nem található, pagina pe care o căutați, nu există, не съществува,
    не е намерена, ne postoji, nije pronađena, није пронађена, ne obstaja, που αναζητάτε,
    δεν υπάρχει, aradığınız sayfa, bulunamadı, запрашиваемая страница, не существует, не найдена,
    удалена, сторінка не існує, не існує, nerastas, nav atrasta, الصفحة التي تبحث عنها,
    صفحه مورد نظر, הדף שחיפשת, यह पेज, halaman yang anda cari, trang bạn tìm, ไม่พบหน้า,
    您访问的页面, 您要查找的页面, 頁面不存在, 页面不存在, お探しのページ, 指定されたページ,
    페이지를 찾을 수 없, 요청하신 페이지
    """,
)
"""Pages of errors."""

SHELL = Phrases(
    names="",
    says="""
    enable javascript, turn on javascript, javascript is disabled, javascript is required,
    requires javascript, need to enable javascript, javascript must be enabled, without javascript,
    doesn't work properly without javascript, javascript aktivieren, aktivieren sie javascript,
    javascript deaktiviert, activer javascript, activez javascript, active javascript,
    activar javascript, habilite javascript, ative o javascript, habilite o javascript,
    abilita javascript, attiva javascript, schakel javascript, javascript in te schakelen,
    aktivera javascript, aktiver javascript, slå javascript, ota javascript, włącz javascript,
    włączyć javascript, povolte javascript, zapnite javascript, engedélyezze a javascript,
    activați javascript, активирайте javascript, omogućite javascript, ενεργοποιήστε τη javascript,
    javascript'i etkinleştirin, включите javascript, увімкніть javascript, تفعيل جافا سكريبت,
    הפעל javascript, aktifkan javascript, bật javascript, เปิดใช้งาน javascript, 启用 javascript,
    启用javascript, 啟用 javascript, javascriptを有効, 자바스크립트를, javascript를
    """,
)
"""Pages that a program would fill."""

ABROAD = Phrases(
    names="""
    not available in your country, not available in your region, unavailable in your region, 451,
    451: unavailable due to legal reasons, 451 unavailable for legal reasons,
    unavailable for legal reasons, unavailable due to legal reasons,
    this content is not available in your country, in ihrem land nicht verfügbar,
    non disponible dans votre pays, no disponible en tu país
    """,
    says="""
    not available in your country, not available in your region, unavailable in your country,
    unavailable in most european, unavailable in your region, european economic area,
    general data protection regulation, from your location, unavailable due to legal reasons,
    in ihrem land nicht verfügbar, in deinem land nicht verfügbar,
    n'est pas disponible dans votre pays, no está disponible en su país,
    no está disponible en tu país, non è disponibile nel tuo paese,
    não está disponível no seu país, niet beschikbaar in uw land, недоступен в вашей стране,
    您所在的国家, お住まいの国
    """,
)
"""Pages that are not for readers of this country."""

PAPERS = Phrases(
    names="""
    e-paper, epaper, e-edition, eedition, print edition, today's paper, today's print edition,
    digital edition, in print, die ausgabe von heute, zeitung von heute, heutige ausgabe,
    journal du jour, édition du jour, édition papier, edición impresa, edición de hoy,
    edicola digitale, edição impressa, edição do dia, krant van vandaag, papieren krant, e-tidning,
    e-avis, dagens avis, eavisen, näköislehti, e-wydanie, wydanie papierowe, свежий номер,
    e-gazete, 紙面ビューアー
    """,
    says="",
)
"""Covers and indexes of printed papers."""

TABLES = Phrases(
    names="""
    weather, weather forecast, forecast, stocks, markets, market data, stock quotes,
    exchange rates, tv listings, horoscope, wetter, wettervorhersage, wetterbericht, börse, kurse,
    aktienkurse, börsenkurse, fernsehprogramm, tv-programm, météo, prévisions météo, bourse,
    cours de bourse, programme tv, el tiempo, pronóstico del tiempo, bolsa, cotizaciones, meteo,
    previsioni del tempo, borsa, quotazioni, previsão do tempo, cotações, het weer, weerbericht,
    beurs, koersen, väder, väderprognos, börsen, vejret, været, børsen, børs, sää, pörssi, pogoda,
    giełda, počasí, burza, időjárás, tőzsde, vremea, bursa, времето, погода, курсы валют,
    котировки, hava durumu, döviz kurları, καιρός, الطقس, 天气, 天気, 날씨
    """,
    says="",
)
"""Tables of weather, prices and programmes."""
