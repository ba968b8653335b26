"""Posts and the comments on them, in three languages, to be set in the themes of weblogs."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

THEMES = sorted((Path(__file__).parent / "themes").glob("*.html"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of some length and a short one, with comments that are longer than both."""

    title: str
    long: tuple[str, ...]
    short: tuple[str, ...]
    comments: tuple[str, ...]
    about: str


ENGLISH = Post(
    title="The lock that opened by itself",
    long=(
        "Last night the lock at the third mile opened by itself, which it has not "
        "done since my grandmother was the keeper, and let through a boat that nobody "
        "had asked for and nobody has claimed.",
        "I was up because of the soup. It had boiled over, as it does when I write, "
        "and when I went to the window with the pan in my hand I saw the gates go, "
        "one after the other, with the patience of cows.",
        "The boat was painted green once. It had no name on the bow, a chair on the "
        "roof, and a lamp in the cabin that somebody had lit; I waved the pan, and "
        "after a while the lamp waved back.",
        "By morning it lay at the staging below the pub, empty, with the rope made "
        "fast in a knot that none of us can tie. The lamp is still warm. I have left "
        "some soup.",
    ),
    short=(
        "The lock opened by itself last night.",
        "I saw it from the kitchen, with the soup boiling over behind me, as it does when I write.",
        "Nobody has claimed the boat yet. If it is yours, come and get it: it is in the way.",
    ),
    comments=(
        "I have seen that boat before, two winters ago, above the aqueduct, and it "
        "had the same chair on the roof and a dog asleep beneath it; we took no "
        "notice of it at the time.",
        "My own theory is that the gates were never shut, since whoever was on watch "
        "had gone to the pub, and I ought to know, for it was me and I will not say "
        "it twice.",
        "That knot is a carrick bend with a turn too many. My uncle tied it when he "
        "had drunk, and he has been dead for nine years, so make of that what you "
        "will.",
        "You should not eat soup that has been left out on a staging all night, "
        "whoever left it. We had a case of that in the family and it did not end well "
        "for the cat.",
        "Thank you for writing this down before it went the way of all our stories. I "
        "have printed it out and hung it in the lock house, where the keeper can "
        "correct it.",
    ),
    about=(
        "I live on a boat at the third lock with a cat that steals fish, and write "
        "about what goes by, when something does; the rest of the time I mend nets and "
        "make soup for six."
    ),
)

GERMAN = Post(
    title="Die Schleuse, die von selbst aufging",
    long=(
        "Gestern Nacht ist die Schleuse am dritten Kilometer von selbst aufgegangen, "
        "was sie nicht mehr getan hat, seit meine Großmutter Wärterin war, und hat "
        "ein Boot durchgelassen, das niemand bestellt hatte.",
        "Ich war wach wegen der Suppe. Sie war übergekocht, wie immer, wenn ich "
        "schreibe, und als ich mit dem Topf in der Hand ans Fenster trat, sah ich die "
        "Tore gehen, eines nach dem anderen, geduldig wie Kühe.",
        "Das Boot war einmal grün gestrichen. Es trug keinen Namen am Bug, dafür "
        "einen Stuhl auf dem Dach und eine Lampe in der Kajüte, die jemand angezündet "
        "hatte; ich winkte, und nach einer Weile winkte die Lampe zurück.",
        "Am Morgen lag es unterhalb der Wirtschaft, leer, und das Seil war mit einem "
        "Knoten festgemacht, den von uns keiner kann. Die Lampe ist noch warm. Ich "
        "habe etwas Suppe hingestellt.",
    ),
    short=(
        "Die Schleuse ist heute Nacht von selbst aufgegangen.",
        "Ich habe es aus der Küche gesehen, während hinter mir die Suppe überkochte, "
        "wie immer, wenn ich schreibe.",
        "Bisher will niemand das Boot haben. Wem es gehört, der hole es bitte ab, es liegt im Weg.",
    ),
    comments=(
        "Das Boot kenne ich, es lag vor zwei Wintern oberhalb der Brücke, mit "
        "demselben Stuhl auf dem Dach und einem Hund, der darunter schlief; wir haben "
        "uns damals nichts dabei gedacht.",
        "Meine Vermutung ist ja, dass die Tore nie zu waren, weil die Wache in der "
        "Wirtschaft saß, und ich muss es wissen, denn ich war die Wache und sage das "
        "kein zweites Mal.",
        "So einen Knoten hat mein Onkel gemacht, wenn er getrunken hatte, und der ist "
        "seit neun Jahren tot. Jeder darf sich dabei denken, was er will, ich schlafe "
        "seither schlecht.",
        "Suppe, die eine Nacht lang draußen stand, sollte man nicht essen, egal wer "
        "sie hingestellt hat. Den Fall hatten wir in der Familie, und für die Katze "
        "ging er nicht gut aus.",
        "Danke, dass du das aufgeschrieben hast, ehe es wieder vergessen wird. Ich "
        "habe es ausgedruckt und im Schleusenhaus aufgehängt, wo der Wärter es "
        "verbessern kann.",
    ),
    about=(
        "Ich wohne mit einer Katze, die Fische stiehlt, auf einem Boot an der dritten "
        "Schleuse und schreibe über das, was vorbeikommt; in der übrigen Zeit flicke "
        "ich Netze und koche Suppe."
    ),
)

FRENCH = Post(
    title="L'écluse qui s'est ouverte toute seule",
    long=(
        "La nuit dernière, l'écluse du troisième kilomètre s'est ouverte toute seule, "
        "ce qu'elle n'avait plus fait depuis que ma grand-mère en était la gardienne, "
        "et a laissé passer un bateau que personne n'attendait.",
        "J'étais debout à cause de la soupe. Elle avait débordé, comme toujours quand "
        "j'écris, et en allant à la fenêtre, la casserole à la main, j'ai vu les "
        "portes s'en aller l'une après l'autre, patientes comme des vaches.",
        "Le bateau avait été vert, autrefois. Il n'avait pas de nom, mais une chaise "
        "sur le toit et une lampe dans la cabine, que quelqu'un avait allumée ; j'ai "
        "fait signe, et au bout d'un moment la lampe a répondu.",
        "Au matin il était amarré sous l'auberge, vide, la corde nouée d'un nœud "
        "qu'aucun de nous ne sait faire. La lampe est encore chaude. J'ai laissé un "
        "peu de soupe.",
    ),
    short=(
        "L'écluse s'est ouverte toute seule cette nuit.",
        "Je l'ai vue depuis la cuisine, pendant que la soupe débordait derrière moi, "
        "comme toujours quand j'écris.",
        "Personne n'a encore réclamé le bateau. S'il est à vous, venez le prendre : il gêne.",
    ),
    comments=(
        "Ce bateau, je l'ai vu il y a deux hivers au-dessus du pont, avec la même "
        "chaise sur le toit et un chien qui dormait dessous ; nous n'y avions pas "
        "fait attention à l'époque.",
        "À mon avis les portes n'étaient pas fermées, puisque le veilleur était à "
        "l'auberge, et je suis bien placé pour le savoir : c'était moi, et je ne le "
        "dirai pas deux fois.",
        "Ce nœud-là, mon oncle le faisait quand il avait bu, et il est mort depuis "
        "neuf ans. Chacun en pensera ce qu'il voudra, moi je dors mal depuis que je "
        "l'ai su.",
        "Il ne faut pas manger une soupe qui a passé la nuit dehors, peu importe qui "
        "l'a laissée là. Nous avons eu le cas dans la famille, et le chat n'a pas eu "
        "de chance.",
        "Merci d'avoir écrit cela avant que ce soit oublié comme tout le reste. Je "
        "l'ai imprimé et accroché dans la maison de l'écluse, où la gardienne pourra "
        "corriger.",
    ),
    about=(
        "J'habite un bateau à la troisième écluse avec un chat qui vole du poisson, et "
        "j'écris ce qui passe quand il passe quelque chose ; le reste du temps je "
        "répare des filets."
    ),
)


def get_post(theme: str) -> Post:
    """Return the post in the language of a theme."""
    language = theme.partition("<html")[2].partition(">")[0]
    return GERMAN if '"de' in language else FRENCH if '"fr' in language else ENGLISH


def render(theme: str, post: Post, text: tuple[str, ...]) -> str:
    """Return the page of a theme with a text of `post`, all its comments, and its sidebar."""
    paragraphs = [f"<p>{line}</p>" for line in text]
    return Template(theme).substitute(
        title=post.title,
        paragraphs="\n".join(paragraphs),
        first=paragraphs[0],
        rest="\n".join(paragraphs[1:]),
        lines="<br />\n<br />\n".join(text),
        sidebar=post.about,
        **{f"comment{at}": comment for at, comment in enumerate(post.comments, 1)},
    )
