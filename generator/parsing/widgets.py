"""What the parts say that a system puts round a post: buttons, counters, forms for comments.

They are the same words on millions of sites, since they come with WordPress, its plugins and their
translations, with Blogger, Joomla and the like; nobody writes such a line into a text.
"""

import re

from generator.text import fold

WIDGET_LENGTH = 320
"""The most characters of such a line."""

_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)

_WHOLE = """
    tweet | tweet this | retweet | pin it | pin it on pinterest | save to pinterest | like loading
    | be the first to comment | be the first to like this | no comments | no comments yet
    | no responses | no responses yet | no comment yet | 0 comments | comments off
    | comments are closed | comments are off for this post | comments are turned off
    | please log in to comment | log in to comment | log in to reply | log in to leave a comment
    | you must be logged in to post a comment | loading comments | leave a comment | leave a reply
    | post a comment | add a comment | add comment | cancel reply | click here to cancel reply
    | this entry is closed to comments
    | skip to content | skip to main content | jump to content | jump to recipe | print recipe
    | download as pdf | download pdf | view as pdf | print pdf | printer-friendly version
    | print-friendly version | send to a friend | send to friend | email this article
    | print article
    | table of contents | inhaltsverzeichnis | sommaire | table des matières
    | tabla de contenidos | índice de contenidos | indice dei contenuti | inhoudsopgave
    | spis treści | оглавление | 目次 | 目录 | 目錄 | 목차
    | listen to this article | listen to article | rate this | rate this article | rate this post
    | topics in this article | in this article | continue reading | keep reading
    | thanks for reading
    | thank you for reading | link copied to clipboard | add to favorites | add to favourites
    | share on facebook | share on twitter | share on linkedin | share on pinterest
    | share via email
    | share on whatsapp | share on x | share by email | embed code | embed this | get embed code
    | was this helpful | was this article helpful | was this page helpful | back to top
    | return to top | view this post on instagram | tap to unmute | sponsored content | view gallery
    | gefällt mir wird geladen | gefällt mir lade | beitrag teilen | seite teilen | jetzt teilen
    | teilen auf facebook | auf facebook teilen | auf twitter teilen | auf linkedin teilen
    | per e-mail teilen | per mail teilen | per whatsapp teilen | bei facebook teilen
    | bei twitter teilen | teilen sie diesen artikel | artikel versenden | artikel weiterempfehlen
    | artikel kommentieren | artikel anhören | artikel merken | artikel hören | beitrag drucken
    | seite drucken | seite empfehlen | seite weiterempfehlen | weiterempfehlen | empfehlen | merken
    | druckversion | druckansicht | als pdf herunterladen | als pdf speichern | pdf herunterladen
    | zum inhalt springen | zum seitenanfang | seitenanfang | zurück | zurück zur liste
    | leserbrief schreiben | kommentarfunktion ist geschlossen | kommentare sind geschlossen
    | kommentare deaktiviert | kommentare geschlossen | keine kommentare
    | keine kommentare vorhanden
    | noch keine kommentare | noch keine kommentare vorhanden | bisher keine kommentare
    | kommentar verfassen | kommentar schreiben | kommentar hinterlassen | kommentar abgeben
    | schreibe einen kommentar | hinterlasse einen kommentar | hinterlasse eine antwort
    | einen kommentar schreiben | antwort hinterlassen | antworten abbrechen | antwort abbrechen
    | bewerten sie diesen artikel | artikel bewerten | war dieser artikel hilfreich
    | war dieser beitrag hilfreich | wie hat ihnen dieser artikel gefallen
    | wie hat ihnen der artikel gefallen | wie gefällt ihnen dieser artikel
    | hat ihnen der artikel gefallen | hat dir der artikel gefallen | danke fürs lesen
    | über den autor | über die autorin
    | j'aime | j'aime chargement | me gusta | mi piace | vind ik leuk | понравилось это
    | partager sur facebook | partager sur twitter | partager par e-mail
    | envoyer à un ami | envoyer par e-mail | envoyer par mail | envoyer par email | imprimer
    | imprimer cet article | version imprimable | retour à l'accueil | retour en haut | haut de page
    | aucun commentaire | pas de commentaire | commentaires fermés | les commentaires sont fermés
    | laisser un commentaire | laissez un commentaire | laisser une réponse | annuler la réponse
    | ajouter un commentaire | écouter l'article | écouter cet article | aller au contenu
    | compartir esto | compartir en facebook | compartir en twitter | compartir por correo
    | imprimir | enviar a un amigo | sin comentarios | no hay comentarios | entradas relacionadas
    | deja un comentario | deja una respuesta | cancelar respuesta | comentarios cerrados
    | saltar al contenido | escuchar artículo | guardar artículo | volver arriba
    | mi piace caricamento | stampa | stampa articolo | invia per email | nessun commento
    | condividi su facebook | condividi su twitter | lascia un commento | commenti chiusi
    | vai al contenuto | torna su | ascolta l'articolo
    | compartilhe isso | curtir isso | partilhar isto | compartilhar no facebook | sem comentários
    | nenhum comentário | deixe um comentário | deixe uma resposta | imprimir artigo
    | vind-ik-leuk laden | geen reacties | laat een reactie achter | geef een reactie
    | plaats een reactie | reageren | delen op facebook | deel dit artikel | terug naar boven
    | skriv ut | dela på facebook | del på facebook | inga kommentarer | lämna en kommentar
    | lämna ett svar | ingen kommentarer | legg igjen en kommentar | legg igjen et svar
    | skriv en kommentar | udskriv | tulosta | jätä kommentti
    | udostępnij na facebooku | brak komentarzy | dodaj komentarz | zostaw odpowiedź
    | zostaw komentarz | drukuj | wydrukuj | sdílet na facebooku | žádné komentáře | přidat komentář
    | napsat komentář | tisk | vytisknout | nyomtatás | megosztás facebookon
    | нравится загрузка | похожее | поделиться | поделиться в facebook | добавить комментарий
    | оставить комментарий | нет комментариев | комментариев нет | версия для печати | распечатать
    | yorum yap | yorum yok | bir cevap yazın | facebook'ta paylaş | yazdır
    | 关注公众号 | 分享到微信 | 打印 | 打印本页 | 关闭窗口 | 发表评论
    | 发表回复 | 暂无评论 | 分享此文
    | 点击查看更多 | 返回顶部 | 返回首页 | 共有する | この記事をシェア
    | この記事をシェアする | 印刷する
    | ツイート | コメントを残す | コメントはありません
    | 댓글 남기기 | 인쇄 | 인쇄하기 | 공유하기 | 기사공유
"""
_LINES = frozenset(" ".join(line.split()) for line in _WHOLE.replace("\n", " ").split("|"))

_MINUTES = r"(?:min\b\.?|mins\b\.?|minutes?|minuten|minuti|minutos|minuter|minutter|мин\w*|分钟?)"
_SITES = r"(?:twitter|facebook|x|linkedin|pinterest|whatsapp|reddit|tumblr|telegram|xing|pocket)"
_COUNTED = re.compile(
    # How long, how often, how well
    rf"(?:(?:estimated |approximate )?read(?:ing)? time|(?:geschätzte )?lese(?:zeit|dauer)"
    rf"|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid"
    rf"|время чтения)\W{{0,4}}(?:ca\.? ?|~ ?)?\d+.{{0,20}}|\d+ {_MINUTES} (?:read|lesezeit"
    rf"|lesedauer"
    rf"|de lecture|de lectura|di lettura|de leitura|leestijd)"
    r"|(?:post )?(?:views|hits|page views|aufrufe|zugriffe|gelesen|visites|vues|visitas|visite"
    r"|visualizzazioni|odsłon\w*|просмотров)\W{1,4}[\d.,  ]+(?:x|mal)?"
    r"|[\d.,]+ (?:total )?(?:views|hits|aufrufe|zugriffe|vues|просмотр\w*)(?: today|, \d+ .{1,20})?"
    r"|\(?visited [\d,.]+ times.{0,40}"
    r"|(?:average |durchschnittliche )?(?:rating|bewertung|note moyenne)\W{1,4}[\d.,]+.{0,60}"
    r"|join [\d,.]+ (?:other )?(?:followers|subscribers)|schließe dich [\d.]+ anderen.{0,40}"
    r"|rejoignez [\d  ]+ autres.{0,20}|(?:\d+|one|no) comments? so far"
    r"|(?:keine|noch keine|\d+) (?:kommentare?|reaktionen|antworten)(?: zu .{1,90}|\W+.{0,30})?"
    # Buttons with a name in them
    r"|(?:click|press|tap) to (?:share|email|print|tweet).{0,80}"
    r"|klicke?n?,? (?:sie )?(?:um|zum) .{0,60}(?:teilen|drucken|ausdrucken|senden|versenden).{0,60}"
    r"|zum (?:teilen|ausdrucken) .{0,40}klicken.{0,40}|cliquez? pour (?:partager|imprimer"
    r"|envoyer).*"
    r"|haz clic (?:aquí )?para (?:compartir|imprimir|enviar).*|fai clic (?:qui )?per .{0,60}"
    r"|clique para (?:compartilhar|imprimir|partilhar|enviar).*|klik om te (?:delen|printen"
    r"|mailen).*"
    rf"|(?:share|teilen|partager|compartir|condividi|delen) (?:this )?(?:on|auf|bei|sur|en|su|op)"
    rf" {_SITES}(?: \W?(?:opens|wird|ouvre|se abre|si apre).{{0,50}})?|auf {_SITES} teilen"
    r"|view all posts (?:by|in|filed) .{1,60}|(?:view|see) more posts.{0,30}"
    r"|alle (?:beiträge|artikel)(?: von .{1,40})? (?:an|ein)?(?:sehen|zeigen)|zeige alle beiträge.*"
    r"|(?:voir|afficher) tous les articles.{0,50}|ver todas las entradas.{0,50}"
    r"|vedi tutti gli articoli.{0,40}|alle berichten (?:van|door) .{1,40} bekijken"
    r"|(?:上一篇|下一篇|前の記事|次の記事|이전글|다음글)\s?[:：»«].{0,80}"
    r"|(?:转载请注明|轉載請註明|本文链接|本文連結|原文链接|版权所有|版權所有).{0,100}"
    # Forms, and who is behind them
    r"|(?:enter|type) your e-?mail (?:address )?to (?:follow|subscribe).*"
    r"|gib deine e-mail-adresse (?:ein|an),? um .{0,120}|(?:save|speichere?) my name, .{0,120}"
    r"|meinen namen, .{0,60}speichern.{0,60}|notify me (?:of|when|about|via) .{0,80}"
    r"|benachrichtige mich .{0,80}|(?:avertissez|prévenez)-moi .{0,80}|recibir un (?:correo"
    r"|email) .{0,80}"
    r"|avvisami .{0,80}|stuur mij een (?:reactie|e-mail).{0,80}|houd mij op de hoogte.{0,60}"
    r"|(?:create a free website or )?blog at wordpress\.com|a wordpress\.com (?:web)?site"
    r"|erstelle eine kostenlose website.{0,40}|bloggen auf wordpress\.com.{0,30}"
    r"|(?:proudly )?powered by (?:wordpress|blogger|typepad|movable type|joomla|drupal|disqus"
    r"|phpbb)\b.{0,60}"
    r"|(?:stolz|mit stolz) präsentiert von wordpress|fièrement propulsé par wordpress"
    r"|propulsé par .{1,30}"
    r"|if you (?:enjoyed|liked) this (?:post|article|story|piece)\b.{0,160}"
    r"|(?:wenn|falls) (?:dir|ihnen|euch) (?:der|dieser) (?:artikel|beitrag)\b.{0,40}\bgef(?:allen"
    r"|ällt).*"
    r"|hat (?:dir|ihnen|euch) (?:der|dieser) (?:artikel|beitrag) gefallen.{0,100}"
    r"|(?:retrieved from|von) [„\"“]https?://.{0,200}"
)
# These begin anyhow, so that they are looked for only where a word of theirs stands.
_PRIVATE = re.compile(
    r".{0,60}\bakismet\b.{0,80}\bspam\b.*|.{0,60}\bspam\b.{0,40}\bakismet\b.*"
    r"|.{0,80}\b(?:e-?mail address will not be published|e-mail-adresse wird nicht veröffentlicht"
    r"|adresse (?:e-mail|de messagerie) ne sera pas publiée|correo electrónico no será publicada"
    r"|indirizzo email non sarà pubblicato|endereço de e-mail não será publicado"
    r"|e-mailadres wordt niet gepubliceerd|e-postadress kommer inte publiceras"
    r"|e-postadresse vil ikke bli publisert|e-mailadresse vil ikke blive publiceret"
    r"|adres e-?mail nie zostanie opublikowany|emailová adresa nebude zveřejněna"
    r"|e-mail címe?t? nem tesszük közzé|e-posta adresiniz yayınlanmayacak"
    r"|e-mail не будет опубликован)\b.*"
)
_CORES = ("akismet", "mail", "messagerie", "posta", "correo")


def is_widget(text: str) -> bool:
    """Say whether a line is one that a system puts round its posts."""
    if len(text) > WIDGET_LENGTH:
        return False
    found = _WORDS.search(fold(text))
    said = found[0] if found else ""
    if said in _LINES or _COUNTED.fullmatch(said):
        return True
    return any(core in said for core in _CORES) and bool(_PRIVATE.fullmatch(said))
