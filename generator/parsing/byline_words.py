"""The words that stand in bylines beside names, in the languages of the press.

"By", "and", what people are called who write, and the words that desks and outlets have in theirs.
"""

import re

# "By": these want a space or a colon behind them, and no name begins with them.
LEAD_IN = re.compile(
    r"(?:(?:(?:written|reported|reporting|posted|published|story|words|text|interview|analysis"
    r"|opinion|commentary|column|(?:view |see )?(?:all |more )?(?:posts|articles|stories)|more)"
    r" )?by|(?:eine? )?(?:kommentar|kolumne|analyse|essay|gastbeitrag"
    r"|interview|reportage|bericht) von|par|propos recueillis par|por|escrito por|a cura di|door"
    r"|af|av|skrevet av|skrevet af|skriven av|oleh|yazan|írta|piše|napsala?|eftir|bởi|oprac\."
    r"|rozmawiała?|scris de|texte?|texto|testo|tekst|autor(?:in|ka|a)?|author|auteur|autore"
    r"|autorius|forfatter|skribent|szerző|yazar|penulis|tác giả|kirjoittaja|protokoll|interview"
    r"|автор|текст|γράφει (?:ο|η)|του|της|بقلم|كتب|كتبت|نویسنده|מאת|लेखक|โดย|撰文|作者|文)"
    r"(?!\w)\s*[:：|]?\s+(?=\S)",
    re.IGNORECASE,
)
# These are words or names as well: only with a colon or a bar.
LABEL = re.compile(
    r"(?:haber|per|theo|words|laporan|reporter|jurnalis|journalist|teksti|teksts|foto e testo"
    r"|texte et photos?|text und (?:fotos?|bild(?:er)?)|(?:words|text|story) (?:and|&) "
    r"(?:photos?|pictures?|images?|photography|video)|texto y fotos?|testi? e foto|texto e fotos?"
    r"|tekst en foto's|tekst i zdjęcia|tekst og foto|text och foto|przygotował"
    r"|редактор|автор|текст|文|撰文|作者|記者|记者|글"
    r"|取材・文|โดย|เรื่อง|بقلم|النص|מאת|oleh|autor|text)\s*[:：／/|]\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
# These can begin a name: Da Silva, Di Maria, De Boer, Von der Leyen.
DOUBTFUL = re.compile(r"(?:von|di|da|de)(?::\s*|\s+(?=[^\W\d_]\S*\s))(?=[^\W\d_])", re.IGNORECASE)
NO_WRITER = re.compile(
    r"(?:edited|editing|translated|translation|photos?|fotos?|photographies?|photographs?|video"
    r"|graphics?|grafik|ilustraciones|übersetzt|übersetzung|traduit|traducción|traduzione)"
    r"(?: (?:by|von|de|par|di|por)\b|:)|et al\.?$",
    re.IGNORECASE,
)
AND = re.compile(
    r"\s+(?:and|und|sowie|et|og|och|with|mit|avec|con|és|ja|и|та|και|ir|dhe)\s+", re.IGNORECASE
)
# These stand in surnames too: only between full names.
WEAK_AND = re.compile(r"\s+(?:y|e|en|i|a|ve|dan|và|și|şi|і|un|und|&|\+)\s+", re.IGNORECASE)

EAST_ASIAN_DESK = re.compile(
    "新聞|新闻|通信|通訊|通讯|日報|日报|時報|时报|デジタル|編集|編輯|编辑部|綜合|综合"
    "|뉴스|일보|신문|연합|편집|디지털|กองบรรณาธิการ|ข่าว|هيئة|تحرير|وكالة|وكالات|مערכת|מערכת|סוכנויות"
)
EAST_ASIAN_ROLE = re.compile(
    r"(?<=[가-힣]{2}) ?(?:선임)?(?:기자|특파원|논설위원|인턴기자)(?: 외 ?\d+명)?$"
    r"|\s?(?:記者|记者|特派員|論説委員|編集委員|特派记者)$|^(?:記者|记者|本報記者|本报记者)\s?(?=\S)"
)

NOBODY = frozenset(["null", "undefined", "none", "n/a", "unknown", "author", "by", "no author"])
"""What programs write where they know no name."""

GIVEN_NAMES = frozenset(
    """
    adam alan alex alice amy andrea andrew andy angela ann anna anne anthony ben bill bob brian carl
    carol charles charlotte chris christian christine christopher claire daniel dave david diana
    donald ed edward elizabeth ellen emily emma eric eva eyal frank fred gary george greg hannah
    harry helen henry jack jacob james jan jane janet jason jean jeff jennifer jerry jessica jim
    joan joe john jonathan joseph josh juan judy julia julie karen kate katie keith kelly ken kevin
    larry laura lee linda lisa louise lucy luke margaret maria marie mark martha martin mary matt
    max mena michael michelle mike nan nancy neil nick nicky nicole nina oliver olivia oscar pamela
    patricia patrick paul peter phil philip rachel ralph ray rebecca richard rick rob robert robin
    roger ron rosa rose roy ruth ryan sally sam sandra sara sarah scott sean sharon simon sophie
    stephen steve steven sue susan thomas tim tina todd tom tony victoria vincent will william
    """.split()
)
"""Behind these, some words of desks are surnames: Bill Press, Robert Guest."""

SURNAMES = frozenset(["board", "desk", "guest", "press", "staff", "wire"])
"""Words of desks that people are called by as well."""

DESK = frozenset(
    """
    admin administrator agencies agency agences agencias agenturen agenzie ajanslar anonymous board
    bureau
    contributors desk digital editorial editors foundation gastautor gastbeitrag gazette group guest
    institute kollektiv magazine media merkezi ministry nachrichten network news newsdesk newsroom
    newswire noticias online press presse redaccion redacción redactie redaksi redaksjonen
    redaktionen redaktion redaktionsnetzwerk redakce redakcia redakcija redakcja redazione redação
    rédaction reporters ritstjórn service services servis staff szerkesztőség team times toimetus
    toimitus tribune tv university verlag webmaster webredaktion wire wires zeitung
    редакция редакція редакцията σύνταξη
    """.split()
)
"""Words that a desk's or an outlet's name has, and a person's hasn't."""

ROLES = frozenset(
    """
    analyst autor autorin blogger chefredakteur chefredakteurin columnist commentator contributor
    correspondant correspondante correspondent correspondente corresponsal corrispondente critic
    dziennikarka dziennikarz editor editorialist editorialista freelancer gazeteci giornalista
    inviata inviato jornalista journalist journaliste journalisten journalisti jurnalis kolumnist
    kolumnistin kommentator kontributor korrespondent korrespondenten korrespondentin muhabir
    muhabiri novinar novinář novinářka periodista photographer producer redacteur redactor
    redactora redakteur redakteurin redaktor redaktorka repórter reporter reportero reporterin
    szerkesztő toimittaja újságíró verslaggever volontär volontärin wartawan writer yazarı
    журналист журналистка журналіст корреспондент кореспондент обозреватель редактор
    δημοσιογράφος صحفي صحفية مراسل مراسلة کاتب
    """.split()
)
"""Words for what a person does."""

MODIFIERS = frozenset(
    """
    assistant associate breaking business chief climate contributing court crime culture data deputy
    diplomatic economics education entertainment environment executive features foreign freelance
    general health investigative investigations legal lifestyle local managing multimedia national
    news online parliamentary political politics royal science senior special sports staff
    technology video white house
    """.split()
)
"""Words that stand before those: "Senior Political Correspondent"."""

PARTICLES = frozenset(
    """
    van der den de het ten ter la las los le von zu zum zur und y del della di da do dos das du
    bin al el af av
    """.split()
)
"""Small words within names."""
