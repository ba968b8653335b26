"""Dates in tongues whose months need whole words, put into English before anything else is read.

A beginning of these words may be another language's month: Finnish "marraskuuta" is November, and
Croatian "listopad" is October where the Polish one is November.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.dates.calendars import turn_to_gregorian

ENGLISH = (
    "January February March April May June July August September October November December"
).split()

# A month that another table has stands as a dot.
_MONTHS: Mapping[str, str] = MappingProxyType(
    {
        "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "ru-nominative": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь"
        " декабрь",
        "ru-short": "янв фев мар апр мая июн июл авг сен окт ноя дек",
        "ru-shorter": "янв февр мар апр мая июн июл авг сент окт нояб дек",
        "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада"
        " грудня",
        "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
        "be": "студзеня лютага сакавіка красавіка · чэрвеня ліпеня жніўня верасня кастрычніка"
        " лістапада снежня",
        "mk": "· · · · · јуни јули · септември октомври ноември декември",
        "sr": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου"
        " οκτωβρίου νοεμβρίου δεκεμβρίου",
        "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
        "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "ar-levant": "كانون-الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-الأول"
        " تشرين-الثاني كانون-الأول",
        "ar-maghreb": "جانفي فيفري · أفريل ماي جوان جويلية أوت شتنبر · نونبر دجنبر",
        "ar-other": "· · · ابريل · · يوليوز غشت · اكتوبر · ·",
        "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი"
        " ნოემბერი დეკემბერი",
        "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի"
        " հոկտեմբերի նոյեմբերի դեկտեմբերի",
        "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
        "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
        "mr": "जानेवारी फेब्रुवारी · एप्रिल मे · जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
        "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม"
        " พฤศจิกายน ธันวาคม",
        "th-short": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
        "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "hi-other": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
        "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
        "cs-nominative": "leden únor březen duben květen červen červenec srpen zář říjen ·"
        " prosinec",
        "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra"
        " decembra",
        "hu": "január február március április május június július augusztus szeptember október"
        " november december",
        "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta"
        " elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
        " noiembrie decembrie",
        "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna ·"
        " studenoga prosinca",
        "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio"
        " lapkričio gruodžio",
        "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris"
        " novembris decembris",
        "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november"
        " detsember",
        "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "gl": "xaneiro febreiro · · maio xuño xullo · · outubro · decembro",
        "eu": "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren"
        " abuztuaren irailaren urriaren azaroaren abenduaren",
        "cy": "ionawr chwefror mawrth ebrill · mehefin gorffennaf awst medi hydref tachwedd"
        " rhagfyr",
        "ga": "eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán-fómhair"
        " deireadh-fómhair samhain nollaig",
        "sq": "· shkurt · prill · qershor korrik gusht shtator tetor nëntor dhjetor",
        "az": "yanvar fevral mart aprel · iyun iyul avqust sentyabr oktyabr noyabr dekabr",
        "ms": "· · mac · · · julai ogos · · · disember",
        "tl": "· pebrero marso · · hunyo hulyo · setyembre oktubre nobyembre disyembre",
        "sw": "· · machi aprili · · · agosti septemba oktoba novemba desemba",
        "vi": "tháng-1 tháng-2 tháng-3 tháng-4 tháng-5 tháng-6 tháng-7 tháng-8 tháng-9 tháng-10"
        " tháng-11 tháng-12",
    }
)
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        name.replace("-", " "): number
        for names in _MONTHS.values()
        for number, name in enumerate(names.split(), 1)
        if name != "·"
    }
)
_MONTH = re.compile(
    # Hebrew writes "in" onto the month: בספטמבר.
    r"(?<![^\W\d_])ב?("
    # The longest first: of two that fit, "tháng 1" and "tháng 12", the first is taken.
    + "|".join(re.escape(name) for name in sorted(_NUMBERS, key=len, reverse=True))
    + r")(?![^\W_])",
    re.IGNORECASE,
)
_CROATIAN_OCTOBER = re.compile(r"\blistopada?\b", re.IGNORECASE)
_FILLERS = re.compile(
    r"(?<![^\W\d_])(?:года|год|г|року|р|ч|в|о|об|на|v|ve|u|เวลา|น|ساعت|ساعة|الساعة|בשעה|godine|gada|m|d)"
    r"(?![^\W\d_])\.?"
)
# سبتمبر/أيلول: the same month by two names, as Arab newspapers print it.
_TWICE = re.compile(rf"\b({'|'.join(ENGLISH)})\s?/\s?\1\b")
_YEAR_FIRST = re.compile(rf"\b(\d{{4}})(?:ko)?[.,]?\s+({'|'.join(ENGLISH)})\s+(\d\d?)(?:a)?\b\.?")
_YEAR_THEN_DAY = re.compile(
    rf"\b(\d{{4}})(?:-c[iuüı] il)?[.,]?\s+(\d\d?)\.?\s+({'|'.join(ENGLISH)})\b"
)
_WEEKDAYS = frozenset(
    """
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت شنبه یکشنبه دوشنبه چهارشنبه پنجشنبه
    جمعه понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа
    субота неділя понеделник сряда четвъртък петък събота неделя понедељак уторак четвртак недеља
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή pondělí úterý středa čtvrtek pátek sobota
    neděle pondelok utorok streda štvrtok piatok nedeľa hétfő kedd szerda csütörtök péntek szombat
    vasárnap luni marți miercuri joi vineri sâmbătă duminică ponedjeljak utorak srijeda četvrtak
    petak subota nedjelja maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    """.split()
)
_UNITS = {
    **dict.fromkeys(("分钟", "分鐘", "分", "분"), "minutes"),
    **dict.fromkeys(("小时", "小時", "時間", "시간"), "hours"),
    **dict.fromkeys(("天", "日", "일"), "days"),
}
_AGO = re.compile(rf"(\d+)\s?({'|'.join(_UNITS)})\s?(?:之?前|전)")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = frozenset([*_NUMBERS, "tháng", "listopada", "listopad", "meán", "deireadh"])
_PLAIN = re.compile(r"[\dTZ\s:.,+/-]*")


def translate(text: str, language: str | None) -> str:
    """Return a date with its digits, its month and its year as English has them."""
    printed = re.sub(r"(?![0-9])\d", lambda digit: str(int(digit[0])), text)
    text = turn_to_gregorian(printed, language)
    if _PLAIN.fullmatch(text) or not (text != printed or _may_be_ours(text)):
        return text
    if language and language.partition("-")[0] in ("hr", "bs"):
        text = _CROATIAN_OCTOBER.sub("October", text)
    text = _AGO.sub(lambda found: f"{found[1]} {_UNITS[found[2]]} ago", text)
    text = _MONTH.sub(lambda month: ENGLISH[_NUMBERS[month[1].lower()] - 1], text)
    text = _TWICE.sub(r"\1", _FILLERS.sub(" ", text))
    text = _WORD.sub(lambda word: "" if word[0].lower() in _WEEKDAYS else word[0], text)
    return _YEAR_THEN_DAY.sub(r"\2 \3 \1", _YEAR_FIRST.sub(r"\3 \2 \1", text))


def _may_be_ours(text: str) -> bool:
    """Say whether a text has a month of these tongues, or is in a script of theirs."""
    words = _WORD.findall(text.lower())
    return not _NAMES.isdisjoint(words) or any(char > "\u0370" for char in text)
