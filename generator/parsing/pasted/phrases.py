"""What pages print round their articles, in the languages of the press.

Phrases stand folded and without accents, set apart by bars; "…" is the rest of a line.
"""

from collections.abc import Mapping
from types import MappingProxyType

ENDS: Mapping[str, str] = MappingProxyType(
    {
        "en": """
            related… | more | more on this | more stories… | more news… | more in…
            | more like this | more coverage… | more articles… | more top stories…
            | more reading | more trending | more to explore | more videos… | more from…
            | more about… | read more | read more stories | read next | read this… | must read
            | must-reads | must reads | most read… | most popular… | most viewed…
            | most commented… | most shared… | most recent… | most watched… | top stories…
            | top news | top headlines | editor's picks… | editors' picks… | trending…
            | popular… | recommended… | you may also like… | you may like…
            | you might also like… | you might like… | you may be interested in… | sponsored…
            | promoted… | paid content | from our partners | share… | follow us…
            | about the author | about the authors | about the writer | about us | contact us
            | tags | topics | filed under | latest… | what to read next | don't miss…
            | around the web | from around the web | elsewhere on the web | loading… | load more
            | see also | next article | previous article | next post | previous post
            | next story | previous story | in case you missed it | featured… | watch next
            | watch more | watch now | also read | keep reading | back to top | footer
            | newsletter | newsletters | sections | our standards… | similar articles
            | similar stories | explore more | recent posts | recent articles | recent news
            | categories | archives | site map | sitemap | site index | in the news
            | breaking news | live news | terms of… | terms and… | privacy policy…
            | privacy notice… | cookie…""",
        "de": """
            mehr | mehr zum thema… | mehr aus… | mehr von… | mehr artikel… | mehr lesen…
            | mehr uber… | mehr news… | mehr nachrichten… | mehr zu… | auch interessant
            | das konnte… | weitere artikel… | weitere themen… | weitere meldungen…
            | weitere nachrichten… | weitere news… | weitere beitrage… | weiterlesen
            | verwandte themen | verwandte artikel | zum thema | passend zum thema | themen
            | schlagworter | schlagworte | stichworte | meistgelesen… | meist gelesen…
            | am meisten gelesen | beliebt… | teilen | artikel teilen | artikel drucken
            | nach oben | zur startseite | zur homepage | startseite | top-themen | topthemen
            | empfehlung | empfehlungen… | empfohlen… | ahnliche artikel | leserbrief
            | leserbriefe | ihre meinung… | das meistgelesene… | neueste… | aktuell | aktuelles
            | lesermeinungen | impressum… | datenschutz…""",
        "fr": """
            lire aussi | a lire aussi | a lire egalement | lire la suite | lire plus
            | sur le meme sujet | dans la meme rubrique | articles lies | articles similaires
            | les plus lus | les articles les plus lus | les plus populaires | les plus recents
            | partager… | contenus sponsorises… | contenu sponsorise… | mots-cles | mots cles
            | en savoir plus | vous aimerez… | nos recommandations | recommande pour vous
            | plus d'articles | voir aussi | a la une | a decouvrir | mentions legales…""",
        "es": """
            lea tambien | lee tambien | leer mas | lea mas | te puede interesar
            | tambien te puede interesar | noticias relacionadas | articulos relacionados
            | temas relacionados | mas noticias… | mas leidas | mas leidos | mas informacion
            | mas sobre… | mas en… | lo mas leido | lo mas visto | compartir | etiquetas | temas
            | archivado en | mira tambien | recomendado | recomendados | recomendadas
            | aviso legal…""",
        "it": """
            leggi anche | leggi di piu | ti potrebbe interessare… | potrebbe interessarti…
            | articoli correlati | correlati | i piu letti | piu letti | condividi… | argomenti
            | altre notizie""",
        "pt": """
            leia tambem | leia mais | veja tambem | veja mais | mais lidas | mais lidos
            | mais noticias… | mais sobre… | relacionado | relacionadas | compartilhe
            | partilhar | topicos | saiba mais""",
        "nl": """
            lees ook | lees meer | lees verder | meer over… | meer nieuws… | meer van…
            | meer lezen | gerelateerd… | gerelateerde… | meest gelezen | delen | deel dit…
            | aanbevolen | bekijk ook | onderwerpen""",
        "nordic": """
            les ogsa | les mer | læs ogsa | læs mere | las ocksa | las mer | las aven
            | mest lest | mest læst | mest last | relatert… | relaterte… | relaterade…
            | relateret… | siste nytt""",
        "pl": """
            czytaj tez | czytaj takze | czytaj wiecej | czytaj rowniez | zobacz takze
            | zobacz tez | polecane | najpopularniejsze | powiazane | tagi | udostepnij""",
        "tr": """
            ilgili… | etiketler | en cok okunan… | diger haberler""",
        "id": """
            baca juga | baca selengkapnya | terkait | berita terkait | terpopuler""",
        "east": """
            関連記事 | 関連ニュース | 関連リンク | 関連キーワード | シェア | シェアする
            | おすすめ… | ランキング | 新着… | 관련기사 | 관련 기사 | 관련 뉴스 | 공유…
            | 많이 본… | tin lien quan | xem them""",
    }
)
"""Headings of what follows an article; lines of at most eight words that are no sentences."""

COMMENTS: Mapping[str, str] = MappingProxyType(
    {
        "en": """
            comment | comments | responses | replies | top comments | top rated comments
            | latest comments | reader comments | join the conversation | join the discussion
            | leave a comment | leave a reply | post a comment | view comments
            | view all comments | show comments | comments are closed""",
        "de": "kommentar | kommentare… | leserkommentare | kommentar schreiben | kommentieren",
        "fr": "commentaire | commentaires | reagir | laisser un commentaire",
        "es": "comentario | comentarios | deja un comentario | deja tu comentario",
        "it": "commento | commenti | lascia un commento | vedi tutti i commenti",
        "pt": "comentario | comentarios | deixe um comentario | deixe seu comentario",
        "nl": "reactie | reacties | reageer",
        "others": """
            kommentarer | komentarze | yorum | yorumlar | komentar | コメント | 댓글…
            | binh luan…""",
    }
)
"""Headings of what readers say."""

CLOSINGS: Mapping[str, str] = MappingProxyType(
    {
        "en": """
            ©… | (c)… | copyright… | all rights reserved… | this site is protected…
            | powered by wordpress…""",
        "others": """
            alle rechte… | tous droits… | todos los derechos… | tutti i diritti…
            | riproduzione riservata… | todos os direitos…""",
    }
)
"""What a page's foot says, in however many words."""

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
            | create an account… | become a member… | donate… | reading time…""",
        "de": """
            anzeige | anzeigen | werbung | zum inhalt… | drucken | merken | vorlesen
            | artikel anhoren | anhoren | lesedauer… | externer inhalt… | externe inhalte…
            | empfohlener externer… | jetzt abonnieren… | jetzt anmelden… | jetzt kostenlos…
            | hier abonnieren… | hier anmelden… | an dieser stelle finden…
            | an dieser stelle steht… | an dieser stelle befindet… | link kopieren
            | bild vergroßern | bild vergrossern | zur merkliste hinzufugen""",
        "others": """
            publicite | publicidad | pubblicita | publicidade | advertentie | annonse | annonsør
            | annonce | annons | reklama | reklam | iklan | 広告 | 광고 | aller au contenu…
            | abonnez-vous… | temps de lecture… | saltar al… | suscribete… | vai al contenuto…
            | iscriviti… | assine… | inscreva-se… | meld je aan… | 이미지 확대보기""",
    }
)
"""What interrupts an article; as a line of its own, of at most forty words."""
