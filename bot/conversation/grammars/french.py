"""French."""

from .grammar import Grammar, pattern, words

FRENCH = Grammar(
    persons=words("il elle lui"),
    things=words("ils elles eux leur leurs son sa ses y"),
    possessives=words("son sa ses leur leurs"),
    pointers=words("ce cet cette ces cela ça ceci celui celle ceux celles ci"),
    places=words("là"),
    openers=words("et mais ou aussi alors"),
    handing_over=pattern(r"(?:et )?(?:qu['’ ]en est[- ]il (?:de|du|des|pour)|et (?:si|pour|chez)|quid de)\b"),
    correcting=pattern(r"(?:non\W+)?je (?:voulais dire|veux dire|parlais d)|non\b,"),
    asking=words(
        """qui que quoi quel quelle quels quelles où quand comment pourquoi combien lequel laquelle est
            sont était étaient a ont peut fait est-ce"""
    ),
    who=words("qui"),
    where=words("où"),
    which=words("quel quelle quels quelles lequel laquelle"),
    defining=pattern(
        r"(?:qui|que|quel|quelle|quoi) (?:est|sont|était|étaient|signifie)\b|qu['’ ]est[- ]ce qu"
        r"|c['’ ]est quoi"
    ),
    prepositions=words(
        "selon en dans pour de du des à au aux avec par pendant depuis sans sous entre sur après avant chez"
    ),
    comparing=words("autre autres même mêmes dernier premier second encore aussi plus"),
    continuing=words("plus davantage détails vraiment continue explique sûr"),
    breaking=words("et mais ou quand si parce que lorsque puisque dont où qui"),
    generic=words(
        """quelqu quelque oui non merci plaît bonjour salut bien bon dis dites raconte explique expliquez montre savoir
            sait détails personne personnes gens an ans année années fois temps chose choses type types façon moins
            longtemps loin grand passé passe arrivé faire exactement"""
    ),
    empty=pattern(
        r"\bil y (?:a|avait|aura)\b|\by (?:a|avait|aura)(?:-t-il)?\b"
        r"|\b(?:faut|faudra|pleut|est|existe|reste|fait)(?:-t)?-il\b(?=[^.?!]* (?:de|que|d|pour)\b)"
        # a subject named before its verb is taken up again behind it: "le mur est-il tombé"
        r"|(?:\b(?:les?|la|une?|des|ce|cette|ces)\b|\bl['’]|(?<=\s)(?-i:[A-ZÉÈÀÎÔ]))[^.?!]*?-(?:t-)?(?:ils?|elles?)\b"
        r"|\bfaut-il\b|\bil (?:faut|pleut|existe|reste)\b|\best-ce(?= qu)|\bc['’ ]est\b|\bce (?:qui|que|qu)\b"
        r"|\bcette (?:année|semaine|nuit)|\bce (?:mois|matin|soir)|\bce sont\b"
    ),
)  # fmt: skip
