"""Rewrites a follow-up as a question that stands alone, by adding the phrases that it depends on.

All words come from the conversation. Deterministic, without a model, and bounded: only the beginnings of the last turns
are read.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from retrieval.language.text import words
from retrieval.language.traits import EAST_SLAVIC
from retrieval.patterns import lazy
from retrieval.question.answer_type import answer_type
from retrieval.question.light_words import light_stems
from retrieval.types import Answer, StandAlone

from .antecedents import antecedents, changes_language, gender_of, lean_of, of_gender, things_of
from .corrections import corrected, names_another
from .focus import Focus
from .lean import Lean
from .openings import Opened, opened
from .parts import parts
from .phrases import Phrase, own_phrases, phrases_of
from .small_talk import small_talk
from .terms import language_of, terms_of
from .utterance import MAX_CHARS, Utterance

MAX_TURNS = 8
MAX_ADDED_CHARS = 200
MAX_ADDED_PHRASES = 5
"""In a long conversation more phrases pile up and drown the question: mtrag-un, nDCG@10 .949 with 8 and with 5, .948
with 4, .944 with 3."""

_FOR = frozenset({"for", "für", "fuer", "pour", "para", "для"})
_DATIVE = lazy(r"\w{3,}[ая]м")


class Turn(NamedTuple):
    """One question of a conversation with its answer."""

    question: str
    answer: str | None = None
    read: bool = False
    """Whether the question is in the stand-alone form in which it was read, so that it leans on nothing before it.

    A question in another form may be in it, too: a front end may store its turns as they were read.
    """

    @classmethod
    def of(cls, answer: Answer) -> "Turn":
        """Return the turn that an answer completes."""
        return cls(answer.interpreted_as, answer.quote.text if answer.quote else None, read=True)

    @classmethod
    def all_of(cls, answer: Answer) -> "list[Turn]":
        """Return the turns that the answer to a message completes, which may have asked several questions."""
        return [cls.of(it) for it in (answer, *answer.further)]


def readings(
    question: str, history: Sequence[Turn], known: Callable[[str, str], bool] | None = None
) -> tuple[StandAlone, ...]:
    """Return the question as it would be asked without its history, and further readings if it is ambiguous.

    "Regional differences" may be a new topic or belong to the current one, "do beer traps help?" may leave its topic
    out, and "and the pool?" may be asked about the library or replace it. Words that only open or close a question
    ("by the way", "could you tell me", "no, I meant") are left out. Last, the question behind a story by itself.

    Args:
        known: returns whether an article may contain a word of a language; words in no article are not carried over.
    """
    asked = opened(question)
    return (*_in_context(asked, history, known), *_behind_story(asked.own, known))


def is_complete(question: StandAlone) -> bool:
    """Return whether a question names what it is about: in its own words, or in those carried over.

    "When was that?" does not: it means all that was said before.
    """
    utterance = Utterance(question.own, language_of(question.own, None))
    if question.carried:
        return bool(utterance.terms) or utterance.lean is not Lean.POINTER
    return bool(utterance.terms) and not (utterance.pronoun or utterance.names_nothing or small_talk(question.own))


def _behind_story(message: str, known: Callable[[str, str], bool] | None) -> Iterator[StandAlone]:
    """Yield the only question of a message that tells something first, with what it needs of that, or its names."""
    told = parts(message)
    asking = [it for it in told if it.asks]
    if len(asking) != 1:
        return
    question = opened(asking[0].text)
    story = [opened(it.text).own for it in told[: told.index(asking[0])]]
    if is_complete(StandAlone(question.own)):
        phrases = (it for text in story for it in own_phrases(Utterance(text, language_of(message, None))))
        yield StandAlone(question.own, ", ".join(it.text for it in phrases if not all(map(str.isdigit, it.names))))
    elif Utterance(question.own, language_of(message, None)).lean is not Lean.POINTER and answer_type(question.own):
        leant = _in_context(question, [Turn(it) for it in story], known)[0]
        if leant.carried:
            yield leant


def _in_context(
    asked: Opened, history: Sequence[Turn], known: Callable[[str, str], bool] | None
) -> tuple[StandAlone, ...]:
    alone = StandAlone(asked.own)
    if asked.anew or not history or StandAlone.of(alone.own).carried:
        return (alone,)
    focus = Focus()
    for turn in history[-MAX_TURNS:]:
        focus = _after(focus, turn)
    utterance = _read(asked.text, focus)
    if utterance.corrects and focus.asked and focus.latest:  # "where is it? – no, I meant the bridge"
        return (StandAlone(focus.asked.text, _within_bounds(own_phrases(utterance), set())),)
    anew = corrected(utterance, focus.asked) if focus.asked and (utterance.corrects or names_another(utterance)) else ""
    replaced = (StandAlone(anew),) if anew else ()
    said = {term.stem for term in utterance.terms}

    def leaning(phrases: Sequence[Phrase]) -> StandAlone:
        held = [phrase for it in phrases if (phrase := _known(it, known)).text]
        # "plays" alone is misleading, and so is "costs"
        names_anything = any(it.as_noun().text and not it.stems <= light_stems(it.language) for it in held)
        added = _within_bounds(held if names_anything else phrases, said)
        return replace(alone, carried=added)

    found = antecedents(utterance, focus)
    meant = leaning((*found, *(focus.before if utterance.terms or utterance.pronoun else ())) if found else ())
    if meant.carried and utterance.open and utterance.fragment:
        instead = leaning([it.deed() for it in (*focus.topic, *focus.latest)] if utterance.names_anew else ())
        return (*replaced, instead, meant) if utterance.corrects and instead.carried else (*replaced, meant, instead)
    if utterance.open and not meant.carried and not changes_language(utterance, focus):
        spoken_of = leaning(things_of((*focus.topic, *focus.latest)))
        return (*replaced, alone, spoken_of) if spoken_of.carried else (*replaced, alone)
    return (*replaced, meant)


def _known(phrase: Phrase, known: Callable[[str, str], bool] | None) -> Phrase:
    """Return the part of a phrase that articles may contain: a name only as a whole, other phrases word by word.

    Of a word with a hyphen or a dash they must contain each part: "Jean-Bart" is indexed as two words.
    """
    if known is None:
        return phrase
    kept = [it for it in phrase.text.split() if all(known(part.text, phrase.language) for part in words(it))]
    return phrase if kept and phrase.is_name else replace(phrase, text=" ".join(kept))


def _after(focus: Focus, turn: Turn) -> Focus:
    """Return the focus of the conversation after one more turn."""
    if small_talk(turn.question):
        return focus
    told = StandAlone.of(turn.question[: 2 * MAX_CHARS])
    supplied = told.carried
    asked = opened(told.own)
    if asked.anew:
        focus = Focus()
    utterance = _read(asked.text, focus)
    if not utterance.terms and utterance.lean is Lean.NONE:
        return focus
    own = own_phrases(utterance)
    alone = turn.read and utterance.open
    if not supplied and (alone or utterance.names_anew or lean_of(utterance, focus) is Lean.NONE):
        answered = turn.read and turn.answer is not None
        unsure = utterance.open and not (answered or utterance.fragment or utterance.defines)
        stays = unsure and asked.text == told.own and not any(term.is_name for term in utterance.terms)
        stays = stays or not any(it.as_noun().text for it in own)  # "who was arrested?" names no topic of its own
        before = focus.before or focus.topic if stays and not changes_language(utterance, focus) else ()
        before = tuple(it.as_noun() for it in before if it.as_noun().text)
        return Focus(own, (), utterance, turn.answer, before, earlier=focus.persons())
    meant = _supplied(supplied, utterance, focus) if supplied else antecedents(utterance, focus)
    if utterance.replaces or (supplied and utterance.fragment and utterance.lean is Lean.NONE):
        if utterance.preposition in _FOR or _is_dative(utterance):
            own = tuple(replace(it, for_whom=True) for it in own)
        if utterance.preposition is None:  # that of "what about" tells nothing of what follows
            own = tuple(replace(it, preposition=None) for it in own)
        return Focus((*own, *meant), (), utterance, turn.answer, focus.before, focus.only(), focus.earlier, own)
    if lean_of(utterance, focus) is Lean.ELLIPSIS and own:
        names = any(it.as_noun().text for it in own)
        added = (it for it in focus.latest if it not in focus.topic and not it.is_name)
        past = {it.text for it in added if names or not it.as_noun().text}
        meant = tuple(it for it in meant if it.text not in past)
    back = bool(meant) and {it.text for it in meant} <= {it.text for it in focus.earlier}
    if utterance.lean is Lean.PERSON and not back:  # "there" of a later question is not the person
        other = gender_of(utterance)
        rest = (it for it in focus.topic if it.as_noun().text and not (it.is_person and it.may_be(other)))
        meant = (*meant, *(it for it in rest if not any(it.repeats(person) for person in meant)))
    return Focus(meant or own, own, utterance, turn.answer, focus.before, focus.only(), focus.earlier)


def _is_dative(utterance: Utterance) -> bool:
    """Return whether its only word says for whom by its ending, in Russian and Ukrainian: "а студентам"."""
    slavic = utterance.language in EAST_SLAVIC and utterance.preposition is None and len(utterance.terms) == 1
    return slavic and _DATIVE.fullmatch(utterance.terms[0].text) is not None


def _supplied(text: str, utterance: Utterance, focus: Focus) -> tuple[Phrase, ...]:
    """Return the phrases appended to a follow-up, with what is known of them from where they were first said."""
    known = {phrase.text: phrase for phrase in (*focus.topic, *focus.latest)}
    said = phrases_of(text, terms_of(text, utterance.language), utterance.language)
    if any(phrase.text not in known for phrase in said):  # alone, "Councillor Ida Holm" looks like a headline
        known = {phrase.text: phrase for phrase in focus.named()} | known
    phrases = tuple(known.get(phrase.text, phrase) for phrase in said)
    people = tuple(phrase for phrase in phrases if phrase.is_person) or phrases
    gender = gender_of(utterance) if utterance.lean is Lean.PERSON else None  # "die treten auf" are several
    meant = dict(zip(people, of_gender(people, gender), strict=True))
    return tuple(meant.get(phrase, phrase) for phrase in phrases)


def _read(question: str, focus: Focus) -> Utterance:
    return Utterance(question, language_of(question, focus.asked.language if focus.asked else None))


def _within_bounds(phrases: Sequence[Phrase], said: set[str]) -> str:
    """Return phrases as one text, without those already said in the question or in a longer phrase."""
    phrases = [it for it in phrases if not any(it.stems < other.stems for other in phrases[:MAX_ADDED_PHRASES])]
    texts: list[str] = []
    for phrase in phrases:
        if len(texts) == MAX_ADDED_PHRASES or sum(map(len, texts)) + len(phrase.text) > MAX_ADDED_CHARS:
            break
        if not phrase.stems <= said and phrase.text.casefold() not in map(str.casefold, texts):
            texts.append(phrase.text)
            said = said | phrase.stems
    return ", ".join(texts)
