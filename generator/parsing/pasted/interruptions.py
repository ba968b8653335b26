"""What interrupts an article on its page, and leads to others, in the languages of the press.

Phrases stand as in `phrases`.
"""

from collections.abc import Mapping
from types import MappingProxyType

ASIDES: Mapping[str, str] = MappingProxyType(
    {
        "en": """
            more | more news | more stories | more on this | read more news | related
            | read more | read next | see also | also read | watch | must read | read
            | don't miss | recommended | listen | explore | see more | click here | get more
            | up next | opinion | video | audio | podcast | livestream | gallery | slideshow""",
        "de": """
            lesen sie auch | lesen sie mehr | lesen sie hier | lesen sie dazu | mehr zum thema
            | auch interessant | passend dazu | siehe auch | hintergrund | bilder | fotos
            | galerie""",
        "fr": "lire aussi | a lire aussi | a lire | voir aussi",
        "es": """
            lea tambien | lea mas | lee tambien | leer mas | te puede interesar | mira tambien""",
        "it": "leggi anche | leggi | guarda anche",
        "pt": "leia tambem | leia mais | veja tambem",
        "nl": "lees ook | bekijk ook",
        "others": """
            les ogsa | læs ogsa | las ocksa | czytaj tez | czytaj takze | zobacz takze
            | baca juga | ilgili haber | xem them | 관련기사 | 関連記事""",
    }
)
"""What stands before a colon, and after it the headline of another article."""

LEADS: Mapping[str, str] = MappingProxyType(
    {
        "all": """
            lesen sie auch | lesen sie dazu | lesen sie mehr | read also | leggi anche
            | leia tambem | lees ook | baca juga | lire aussi | lea tambien | lee tambien
            | czytaj tez""",
    }
)
"""What stands before the headline of another article without a colon."""

NOTES: Mapping[str, str] = MappingProxyType(
    {
        "en": """
            advertisement… | advertising | ad | story continues… | article continues…
            | continue reading… | continue watching… | scroll to continue…
            | scroll down to continue… | skip to… | jump to… | share this… | share on…
            | share via… | copy link | link copied… | print | print this | save | saved
            | bookmark | e-mail | email | facebook | twitter | whatsapp | linkedin | reddit
            | pinterest | telegram | pocket | flipboard | x | tweet | listen to this article…
            | listen to article… | 0:00… | play | play video | pause | mute | unmute | volume
            | close | menu | view image… | view gallery… | open image… | up next | image
            | gallery | photo | video | caption | hide caption | toggle caption | enlarge…
            | expand… | tap to… | tap here… | placeholder… | this content is… | get in touch…
            | for more stories like this… | we may earn… | article content | we apologize, but…
            | try refreshing… | this advertisement has not… | back to video | error
            | an error occurred… | an error has… | please enable… | please log… | javascript…
            | , opens new tab | , article with… | subscribe… | sign up… | log in… | sign in…
            | create an account… | become a member… | donate… | reading time…
            | story saved | you can find this story… | follow… | most popular
            | recommended stories | watch: | audio by… | your browser does not…
            | your browser doesn't… | getting your trinity audio… | this article is more than…
            | gift this article… | give this article | comments | add us as…
            | make us preferred… | image source… | article continues… | more story…
            | share full article | this story has been…""",
        "de": """
            anzeige | anzeigen | werbung | zum inhalt… | drucken | merken | vorlesen
            | artikel anhoren | anhoren | lesedauer… | externer inhalt… | externe inhalte…
            | empfohlener externer… | jetzt abonnieren… | jetzt anmelden… | jetzt kostenlos…
            | hier abonnieren… | hier anmelden… | an dieser stelle finden…
            | an dieser stelle steht… | an dieser stelle befindet… | link kopieren
            | bild vergroßern | bild vergrossern | zur merkliste hinzufugen
            | teilen auf… | artikel merken | inhalt teilen | link wurde kopiert…
            | ein klick fur den… | datenschutzeinstellungen… | schließen | folgen auf… | horen…
            | kopieren | senden | versenden | beitrag teilen | artikel auf… | diesen artikel…
            | lesezeichen | zusammenfassung anzeigen""",
        "others": """
            publicite | publicidad | pubblicita | publicidade | advertentie | annonse | annonsør
            | annonce | annons | reklama | reklam | iklan | 広告 | 광고 | aller au contenu…
            | abonnez-vous… | temps de lecture… | saltar al… | suscribete… | vai al contenuto…
            | iscriviti… | assine… | inscreva-se… | meld je aan… | 이미지 확대보기
            | publicite… | annonse… | vis mer… | vis mindre | les hele… | partager | compartir…
            | condividi | copia link | copiar enlace | copiar link | kopier lenke | kopiera lank
            | skopiuj link | reklama… | реклама | 廣告 | 广告 | โฆษณา | إعلان | ad policy
            | clanek | ler mais | sigue leyendo""",
    }
)
"""What interrupts an article; as a line of its own, of at most forty words."""
