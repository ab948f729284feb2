"""Forms of French and Spanish verbs that Snowball keeps apart: no suffix leads from "mort" to "mourir".

Forms that are more often another word are left out: French "suis", "vit", "mise", Spanish "fue", "siento", "vino".
"""

import re
from collections.abc import Mapping
from unicodedata import combining, normalize

from ..patterns import lazy
from .irregular import base_forms

_LEAST_BARE = 4
"""Minimum letters of a form that may be typed without its accents: "ne" is not "né"."""


def _as_typed(forms: Mapping[str, str]) -> dict[str, str]:
    bare = {"".join(c for c in normalize("NFD", form) if not combining(c)): base for form, base in forms.items()}
    return {form: base for form, base in bare.items() if len(form) >= _LEAST_BARE} | dict(forms)


_FRENCH = base_forms("""
    boire boit boivent buvait burent bu
    connaître connaît connaissent connut connaissait connu connue connus connues
    conduire conduit conduisent conduisit conduisait conduite conduits
    construire construit construisent construisit construisait construite construits construites
    courir court courent courut courait couru
    couvrir couvre couvrent couvrit couvrait couvert couverte couverts couvertes
    craindre craint craignent craignait
    croire croit croient croyait crut
    détruire détruit détruisent détruisit détruite détruits détruites
    devoir doit doivent devait devra
    dire dit disent disait dirent dits dite dites
    dormir dort dorment
    écrire écrit écrivent écrivait écrivit écrivirent écrite écrits écrites
    éteindre éteint éteignent éteinte éteints
    élire élit élisent élu élue élus élues
    décrire décrit décrivent décrivait décrite
    inscrire inscrit inscrivent inscrite inscrits
    introduire introduit introduisent introduite
    prévoir prévoit prévoient prévoyait prévu prévue prévus prévues
    inclure inclut incluent inclus
    lire lisent lisait lurent lu lus
    mettre met mettent mettait mit mirent mis
    mourir meurt meurent mourut mourait moururent mort morte morts mortes
    naître naît naissent naquit naquirent né née nés nées
    offrir offre offres offrent offrit offert offerte offerts offertes
    ouvrir ouvre ouvrent ouvrit ouvrait ouvert ouverte ouverts ouvertes
    peindre peint peignent peignait peignit peinte peints
    perdre perd perdent perdait perdit perdu perdue perdus perdues
    plaindre plaint plaignent plaignait
    prendre prend prennent prenait prit prirent pris
    produire produit produisent produisit produisait produite
    recevoir reçoit reçoivent recevait reçut reçurent reçu reçue reçus reçues
    réduire réduit réduisent réduisit réduite
    rendre rend rendent rendait rendit rendu
    répondre répond répondent répondait répondit répondu
    rompre rompt rompit rompu
    savoir sait savent savait sut
    souffrir souffre souffrent souffert
    suivre suit suivent suivait suivit suivi suivie
    tenir tient tiennent tenait tint tinrent tenu tenue tenus tenues
    traduire traduit traduisent traduisit traduite traduits
    vaincre vainc vainquit vaincu
    valoir vaut valent valait
    vendre vend vendent vendait vendit vendu vendue vendus vendues
    venir vient viennent venait vint vinrent venu venus
    vivre vivent vivait vécut vécurent vécu
    voir voit voient voyait virent vu vus
    vouloir veut veulent voulait voulut voulu
    pouvoir peut peuvent pouvait pu
    falloir faut fallait fallut fallu
""")

_SPANISH = base_forms("""
    abrir abre abren abrió abrieron abierto abierta abiertos abiertas
    caer cae caen cayó cayeron caído
    cerrar cierra cierran
    comenzar comienza comienzan
    conducir conduce condujo condujeron
    contar cuenta cuentas cuentan
    costar cuesta cuestan
    cubrir cubre cubrió cubierto cubierta cubiertos cubiertas
    dar dio dieron
    decir dice dicen dijo dijeron dicho decía
    defender defiende defienden
    dormir duerme duermen durmió durmieron
    elegir elige eligen eligió eligieron
    empezar empieza empiezan
    encontrar encuentra encuentran
    escribir escrito escrita escritos escritas
    freír fríe frito frita
    hacer hace hacen hizo hicieron hecho hecha hechos hechas hacía
    jugar juega juegan
    leer lee leen leyó leyeron
    llover llueve llovió
    morir muere mueren murió murieron muerto muerta muertos muertas
    mostrar muestra muestras muestran
    mover mueve mueven
    oír oye oyen oyó oyeron
    pedir pide piden pidió pidieron
    pensar piensa piensan
    perder pierde pierden
    poder puede pueden pudo pudieron
    poner pone ponen puso pusieron puesto puesta puestos puestas
    probar prueba pruebas prueban
    querer quiere quieren quiso quisieron
    recordar recuerda recuerdan
    reír ríe rió rieron
    resolver resuelve resolvió resuelto resuelta
    romper rompe rompió roto rota rotos
    saber sabe saben supo supieron
    seguir sigue siguen siguió siguieron
    sembrar siembra siembran
    sentir siente sienten sintió sintieron
    servir sirve sirven sirvió sirvieron
    soler suele suelen solía
    sonar suena suenan
    tener tiene tienen tuvo tuvieron tenía
    traducir traduce tradujo tradujeron
    producir produce produjo produjeron
    traer trae traen trajo trajeron
    venir viene vienen vinieron
    ver ve ven vio vieron visto
    vestir viste visten vistió
    volar vuela vuelan
    volver vuelve vuelven volvió vuelto vuelta
    ir va van iba fueron
""")

FRENCH, SPANISH = _as_typed(_FRENCH), _as_typed(_SPANISH)
"""A form → its infinitive."""

_FRENCH_PREFIX = lazy(
    r"(ab|ac|ad|ap|com|contre|con|dis|d[eé]|entre|inter|in|main|ob|par|per|pour|pr[eé]|pro|r[eé]|sou|sur|trans)(\w{3,})"
)
_SPANISH_PREFIX = lazy(
    r"(ad|a|com|contra|con|des|de|dis|ex|im|inter|man|ob|o|per|pre|pro|re|sos|so|sus|su|trans)(\w{3,})"
)


def french(word: str) -> str:
    """Return the infinitive of a French form in lower case; the word itself where it is in no table."""
    return _base(word, FRENCH, _FRENCH_PREFIX)


def spanish(word: str) -> str:
    """Return the infinitive of a Spanish form in lower case; the word itself where it is in no table."""
    return _base(word, SPANISH, _SPANISH_PREFIX)


def _base(word: str, forms: Mapping[str, str], prefix: re.Pattern[str]) -> str:
    if word in forms:
        return forms[word]
    parted = prefix.fullmatch(word)
    return parted[1] + forms[parted[2]] if parted and parted[2] in forms else word
