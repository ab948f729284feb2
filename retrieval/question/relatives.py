"""How questions ask for a relative of somebody, and the words of which a text that tells of one has any.

English, German, French, Spanish, Russian, Ukrainian, all at once.
"""

_WHICH = (
    r"(?:е[гё]о|е[её]|их|(?:стар|млад)ш\w+|родн\w+|перв\w+|втор\w+|бывш\w+|його|її|їх\w*|(?:стар|молод)ш\w+|рідн\w+"
    r"|перш\w+|друг\w+|колишн\w+)"
)
_WHO_IS = (
    r"(?:(?:who|what) (?:is|was|are|were)|wer (?:ist|war|sind|waren)|wie (?:hei(?:ss|ß)|hie(?:ss|ß))(?:t|en)?"
    r"|qui (?:est|sont|était|étaient|fut)|c['’]est qui|comment s['’]appell?(?:e|ent|ait|aient)"
    r"|quel (?:est|était) le (?:nom|prénom)"
    r"|qui[eé]n(?:es)? (?:es|era|fue|son|eran|fueron)|c[oó]mo se llam(?:an?|aban?)) (?:[^\W\d_]\S* ){0,4}?(?:l['’])?"
    r"|(?:кто(?: был[аи]?| является)?|хто(?: бу(?:в|ла|ли)| є)?|як (?:звати|звуть|звали)|как (?:зовут|звали))"
    rf" (?:{_WHICH} ){{0,2}}"
)
_CHILDREN_OR_PARENTS = (
    r"famil\w+|born|child\w*|parents?|eltern|kind\w*|enfants?|padres?|hijos|famille|семь\w+|родител\w+|дет(?:и|ей|ям|ьми)"
    r"|родин\w+|батьк\w+|діт(?:и|ей|ям|ьми)"
)
_SIBLINGS = (
    r"siblings?|geschwister\w*|fratrie|twins?|zwilling\w*|jum(?:eau|elle)\w*|gemel\w+|melliz\w+|близнец\w*|близнюк\w*"
)
_CHILD_OF = r"son of|daughter of|sohn|tochter|fils|fille|hij[oa]|née?|сын\w*|доч\w+|син\w*|донь\w+"
_PARENT_OF = r"mother of|father of|mutter von|vater von|mère|père|madre|мать|мати|отец|отцом"

RELATIVES = tuple(
    (rf"(?:{_WHO_IS})(?:{asked})", told)
    for asked, told in (
        (
            r"brothers?|bruder|brüder|frères?|hermanos?|брат\w{0,3}",
            rf"\w*brother\w*|\w*br[uü]der\w*|frères?|hermanos?|брат\w*|{_SIBLINGS}",
        ),
        (
            r"sisters?|schwestern?|s(?:œ|oe)urs?|hermanas?|сест[её]?р\w{0,3}",
            rf"\w*sister\w*|\w*schwester\w*|s(?:œ|oe)urs?|herman[ao]s?|сест\w+|{_SIBLINGS}",
        ),
        (
            r"sons?|sohn|söhne|fils|hijos?|сын\w{0,3}|син(?:а|и|ів)?",
            r"sons?|boys?|\w*s[oö]hn\w*|fils|hijos?|сын\w*|син\w*|мальчик\w*|хлопчик\w*|heirs?"
            rf"|{_PARENT_OF}|{_SIBLINGS}|{_CHILDREN_OR_PARENTS}",
        ),
        (
            r"daughters?|t[oö]chter|filles? d(?:es? (?!\d)|u |['’])|sa fille|hijas?|доч\w+|донь\w+",
            r"daughters?|girls?|\w*t[oö]chter\w*|mädchen|filles?|hij[ao]s?|доч\w+|донь\w+|дівч\w+|девоч\w+|heir\w*"
            rf"|{_PARENT_OF}|{_SIBLINGS}|{_CHILDREN_OR_PARENTS}",
        ),
        (
            r"wife|husband|spouse|ehefrau|ehemann|(?:seine|ihre) frau|(?:ihr|sein) mann|(?:frau|mann) von"
            r"|femme d(?:es? (?!ménage)|u |['’])|sa femme|épouse|époux|mari|esposa|su mujer|mujer de|marido|esposo"
            r"|жен[аеуы]|муж[аеу]?|дружин[аиу]|чоловік[аи]?(?! як| що|,)",
            r"wi(?:fe|ves)|husbands?|marri\w+|marry|wed\w*|spouse|widow\w*|couple|partner|divorc\w+|brides?|\w*frau"
            r"|\w*mann|ehe\w*|\w*heirat\w*|witwe\w*|\w*paar|gatt\w+|épou\w+|femme|mari\w*|veu[fv]\w*|compagn\w+|espos\w+"
            r"|mujer|cas[aóe]\w*|matrimon\w+|viud\w+|pareja|жен\w+|супруг\w*|муж\w*|вдов\w+|брак\w*|замуж\w*|пар[аыеу]"
            r"|дружин\w+|чоловік\w*|одруж\w+|шлюб\w*|подруж\w+|заміж\w*",
        ),
        (
            r"mother|mutter|mère|madre|мат(?:ь|ерью)|мама|мати|матір",
            r"mother\w*|mum|mom|\w*m[uü]tter\w*|mère|maman|madre|мат(?:ь|ер\w+)|мам\w+|мати|матір\w*"
            rf"|{_CHILD_OF}|{_CHILDREN_OR_PARENTS}",
        ),
        (
            r"father|vater|père|padre|отец|отц(?:а|ом)|папа|батьк[оа]",
            r"father\w*|dad|\w*v[aä]ter\w*|père|papa|padre|отц\w+|отец|пап[аыой]+|батьк\w+|тат\w+"
            rf"|{_CHILD_OF}|{_CHILDREN_OR_PARENTS}",
        ),
        (
            r"uncle|aunt|nephew|niece|onkel|tante|neffe|nichte|oncle|neveu|nièce|tí[oa]|sobrin[oa]|дяд\w+|т[её]т[яюи]"
            r"|племянни\w+|дядьк\w+|тітк\w+|племінни\w+",
            r"\w*uncles?|\w*aunts?|nephew\w*|niece\w*|onkel\w*|tanten?|neffe\w*|nichten?|oncles?|tantes?|neveu\w*"
            r"|nièces?|tí[oa]s?|sobrin\w+|дяд\w+|т[её]т\w+|племян\w+|тіт\w+|племін\w+|brothers?|sisters?|br[uü]der\w*"
            r"|schwester\w*|frères?|s(?:œ|oe)urs?|herman\w+|брат\w*|сест\w+",
        ),
        (
            r"grand(?:father|mother|son|daughter|child\w*|parents)|gro(?:ß|ss)(?:vater|mutter)|enkel\w{0,3}"
            r"|grand-(?:père|mère)|petits?-(?:fils|filles?|enfants)|abuel[oa]s?|niet[oa]s?|дед\w{0,2}|бабушк\w+"
            r"|внук\w*|внуч\w+|дід\w{0,3}|бабус\w+|онук\w*",
            r"grand\w*|\w*gro(?:ß|ss)\w+|enkel\w*|petits?|abuel\w+|niet\w+|дед\w*|бабу\w+|вну[кч]\w*|дід\w*"
            r"|ону[кч]\w*",
        ),
    )
)
"""Of the test sets' quotes for such questions, eleven have none of these words, and none of them is right."""
