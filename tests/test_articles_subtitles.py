"""Subtitles are read as what is said: whole sentences in paragraphs, by speaker, without times and markup."""

from pathlib import Path

import pytest

from .reading import article_of, failure_of

SAID = (
    "The weir has no function any more, and it stops the salmon from reaching the gravel.",
    "What will happen to the level of the water above it?",
    "It will fall by a metre and a half, I believe. The willows will suffer.",
)


def cues(*texts: str, start: str = "", mark: str = ",", names: bool = True) -> str:
    """Return one cue per text, with two seconds without subtitles before the last one."""
    times = [3 * number + 2 * (number == len(texts)) for number in range(1, len(texts) + 1)]
    shown = [f"00:{at // 60:02}:{at % 60:02}{mark}000 --> 00:{at // 60:02}:{at % 60 + 2:02}{mark}999" for at in times]
    named = [f"{number}\n{when}" if names else when for number, when in enumerate(shown, start=1)]
    return start + "\n".join(f"{when}\n{text}\n" for when, text in zip(named, texts, strict=True))


@pytest.mark.parametrize(
    ("name", "text", "speakers"),
    [
        ("a.srt", cues("BOONE: The weir has no function any more,", "and it stops the salmon\nfrom reaching the "
                       "gravel.", f"REPORTER: {SAID[1]}", f"BOONE: {SAID[2]}"), ("BOONE: ", "REPORTER: ", "BOONE: ")),
        ("a.txt", cues("{\\an8}<i>The weir has no function any more,</i>", "and it stops the salmon\nfrom reaching the "
                       "gravel.\n[birdsong]", f"- {SAID[1]}", f"- {SAID[2]}"), ("", "- ", "- ")),
        ("a.vtt", cues("<v Ann Boone>The weir has no function any more,", "<v Ann Boone>and it stops the salmon\nfrom "
                       "reaching the gravel.", f"<v.loud Reporter>{SAID[1]}</v>", f"<v Ann Boone>{SAID[2]}",
                       start="WEBVTT\nKind: captions\n\nNOTE by the desk\nfor us\n\n", mark=".", names=False),
         ("Ann Boone: ", "Reporter: ", "Ann Boone: ")),
        ("a.vtt", cues("The weir has no <c>function</c> any more,", "The weir has no function any more,\nand it stops "
                       "the salmon", "and it stops the salmon\nfrom reaching the gravel.", f"&gt;&gt;&#8238; {SAID[1]}",
                       f"[Boone] {SAID[2]}", start="WEBVTT\n\n", mark="."), ("", ">> ", "Boone: ")),
    ],
)  # fmt: skip
def test_cues_become_the_paragraphs_of_speakers(
    tmp_path: Path, name: str, text: str, speakers: tuple[str, ...]
) -> None:
    article = article_of(tmp_path / name, text)
    assert article.text.split("\n\n") == [f"{who}{said}" for who, said in zip(speakers, SAID, strict=True)]


@pytest.mark.parametrize(
    "sound", ["[birdsong\nand water]", "{\\an8}<i>(birdsong\nand water)</i>", "♪ Over the hill\nI go ♪"]
)
def test_a_sound_may_be_described_in_two_lines(tmp_path: Path, sound: str) -> None:
    article = article_of(tmp_path / "a.srt", cues(SAID[0], f"{SAID[1]}\n{sound}"))
    assert article.text.split("\n\n") == list(SAID[:2])


def test_a_comment_stands_between_cues_and_what_is_said_may_begin_like_one(tmp_path: Path) -> None:
    text = cues("NOTE THE LEVEL, SAID BOONE.", "\nNOTE by the desk\n", SAID[0], start="WEBVTT\n\n", mark=".")
    assert article_of(tmp_path / "a.vtt", text).text.split("\n\n") == ["NOTE THE LEVEL, SAID BOONE.", SAID[0]]


def test_a_long_speech_has_several_paragraphs(tmp_path: Path) -> None:
    """They end with a sentence, at a pause or after a hundred words; without full stops, after some more words."""
    lines = [
        f"In the year {year} the river rose again and took the bridge, the mill and all boats." for year in range(40)
    ]
    for end in (".", ""):
        article = article_of(tmp_path / "a.srt", cues(*(line.removesuffix(".") + end for line in lines)))
        paragraphs = article.text.split("\n\n")
        assert len(paragraphs) in range(4, 9)
        assert all(len(paragraph.split()) <= 170 for paragraph in paragraphs)
        assert " ".join(paragraphs) == " ".join(line.removesuffix(".") + end for line in lines)


def test_subtitles_without_cues(tmp_path: Path) -> None:
    assert failure_of(tmp_path / "a.vtt", "WEBVTT\n\nNOTE by the desk\n").what == "there is no article text in it"
