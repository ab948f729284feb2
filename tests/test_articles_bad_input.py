"""Bad input of each kind is either read or reported in one line that says what is wrong, where, and how to fix it."""

import cProfile
import io
import itertools
import json
import os
import struct
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.articles import ReadFailure, find_files, read_articles
from retrieval.types import Article

from .reading import article_of, book_of, failure_of, odt_of, word_of, word_paragraph

STORY = (
    "The council of Grenvik met on Monday evening and decided, after a long debate, that the bridge will be closed.\n\n"
    "It will be repaired from March on, and until then buses take the road along the lake, the mayor said.\n"
)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_an_empty_file(tmp_path: Path, name: str, content: bytes) -> None:
    assert failure_of(tmp_path / name, content).what == "the file is empty"


def test_a_binary_file_named_txt(tmp_path: Path) -> None:
    assert "binary" in failure_of(tmp_path / "photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40).what


@pytest.mark.parametrize("content", ['[{"title": "x"', "[" * 100_000])
def test_a_list_of_rows_that_is_no_json(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    assert (
        str(failure_of(path)) == f'{path}: the file is not JSON; write a list of objects: [{{"title": …, "text": …}}]'
    )


@pytest.mark.parametrize("text", ["story", "russian", "brief"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_marks(tmp_path: Path, encoding: str, text: str) -> None:
    written = {"story": STORY, "russian": RUSSIAN, "brief": "Мост закрыт."}[text]
    assert article_of(tmp_path / "a.txt", written.encode(encoding)).text == written.strip()


def test_a_stray_zero_byte_makes_no_short_text_wide(tmp_path: Path) -> None:
    assert article_of(tmp_path / "a.txt", b"The bridge is shut.\0").text == "The bridge is shut."


RUSSIAN = "Это было давно, и никто уже не помнит, что именно случилось в тот день на площади перед вокзалом."
UKRAINIAN = "Це було давно, і ніхто вже не пам'ятає, що саме сталося того дня на площі перед вокзалом, але її бояться."
POLISH = "Nie wiadomo, co się stało, że wszyscy są już w domu i czekają na wiadomość od swoich bliskich."
SPANISH = (
    "La barcaza Minerva zarpó el martes del muelle con seis mil libros a bordo para las aldeas del delta. "
    "«Los niños aprenden a leer con los prospectos», afirma la maestra, que enseña en la isla desde 1953."
)
GERMAN = "Für die Brücke über den Fluss würde man mehr Geld benötigen, als die Stadt für möglich hält."
HEBREW = "לאחר שנתיים שבהן היה סגור, ייפתח הגשר על הנהר בשבת. התיקונים עלו ארבעה מיליון פחות מהתוכנית, אמר ראש העיר."
ARABIC = "وقال رئيس البلدية في مؤتمر صحفي إن الجسر سيفتح يوم السبت بعد عامين من الإغلاق."
JAPANESE = "市議会は月曜日の夜に開かれ、古い橋を閉鎖することを決めた。工事は三月から始まる予定である。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso-8859-5"),
        (UKRAINIAN, "windows-1251"),
        (UKRAINIAN, "koi8-u"),
        (UKRAINIAN, "iso-8859-5"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (GERMAN, "windows-1252"),
        (SPANISH, "windows-1252"),
        (HEBREW, "windows-1255"),
        (ARABIC, "windows-1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
    ],
)
def test_legacy_encodings_are_told_by_what_reads_like_a_language(tmp_path: Path, text: str, encoding: str) -> None:
    assert article_of(tmp_path / "a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(("ending", "encoding"), [(RUSSIAN, "windows-1251"), (f"{POLISH} {HEBREW} \udc96", "utf-8")])
def test_an_encoding_is_told_by_letters_that_come_late(tmp_path: Path, ending: str, encoding: str) -> None:
    plain = "The ferry runs every hour and takes 40 cars.\n\n" * 3_000
    (tmp_path / "a.md").write_bytes((plain + ending).encode(encoding, "surrogateescape"))
    assert ending[:90] in article_of(tmp_path / "a.md").text


def test_a_page_says_its_encoding_itself(tmp_path: Path) -> None:
    page = f'<!doctype html><html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert article_of(tmp_path / "a.html", page.encode("windows-1251")).text == RUSSIAN


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("iso-8859-1", "cp1252", "Le pont – fermé « pour l’hiver » – coûtera 50 € à chaque habitant de la ville."),
        ("gb2312", "gb18030", "市议会决定关闭大桥。朱镕基说维修工作将于三月开始。"),
        ("shift_jis", "cp932", "市議会は長い議論の末に橋を閉鎖することを決定しました。①修理は三月から始まります。"),
    ],
)
def test_windows_wrote_more_signs_than_it_declared(tmp_path: Path, declared: str, written: str, text: str) -> None:
    page = f'<!doctype html><html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert article_of(tmp_path / "a.html", page.encode(written)).text == text
    mail = f"From: ida@example.org\nSubject: Bridge\nContent-Type: text/plain; charset={declared}\n\n{text}\n"
    assert article_of(tmp_path / "a.eml", mail.encode(written)).text == text
    assert article_of(tmp_path / "a.txt", (text * 2).encode(written)).text == text * 2


def test_a_line_of_200_mb(tmp_path: Path) -> None:
    dump, text = tmp_path / "a.jsonl", tmp_path / "a.txt"
    with dump.open("wb") as stream:
        stream.write(b'{"id": "big", "text": "')
        stream.seek(200 * 2**20, os.SEEK_CUR)  # sparse: uses no disk space
        stream.write(b'"}\n' + json.dumps({"id": "small", "text": STORY}).encode() + b"\n")
    with text.open("wb") as stream:
        stream.truncate(200 * 2**20)
    failure, article = read_articles(dump)
    assert isinstance(failure, ReadFailure)
    assert str(failure).startswith(f"{dump}, line 1: the line is longer than 16 MB;")
    assert isinstance(article, Article)
    assert article.id == "small"
    assert failure_of(text).what == "the file is larger than 64 MB"


def test_a_folder_that_holds_itself_by_a_link(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(STORY, encoding="utf-8")
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(find_files([tmp_path])) == [inner / "a.txt"]


def test_links_between_many_folders(tmp_path: Path) -> None:
    """As between the packages of a repository; they are followed in no time, although nine have a million paths."""
    names = "abcdefghi"
    for name in names:
        (tmp_path / name / "uses").mkdir(parents=True)
        (tmp_path / name / f"{name}.txt").write_text(STORY, encoding="utf-8")
        for other in names.replace(name, ""):
            (tmp_path / name / "uses" / other).symlink_to(tmp_path / other, target_is_directory=True)
    found = [os.path.realpath(str(file)) for file in itertools.islice(find_files([tmp_path]), 100)]
    assert set(found) == {str(tmp_path / name / f"{name}.txt") for name in names}
    assert len(found) < 2 * len(names)


def test_folders_a_thousand_deep(tmp_path: Path) -> None:
    deepest = tmp_path
    for _ in range(1_100):
        deepest = deepest / "a"
        deepest.mkdir()
    path = deepest / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    try:
        assert list(find_files([tmp_path])) == [path]
    finally:
        path.unlink()
        while deepest != tmp_path:  # pytest removes folders recursively, which fails at this depth
            deepest.rmdir()
            deepest = deepest.parent


def test_a_name_that_no_file_may_have() -> None:
    (found,) = find_files([Path("a" * 300)])
    assert isinstance(found, ReadFailure)
    assert found.what == "it cannot be opened (File name too long)"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    failure = failure_of(path)
    assert failure.what == "you may not read it"
    assert "chmod" in failure.remedy


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(STORY, encoding="utf-8")
    (found,) = find_files([tmp_path])
    assert isinstance(found, Path)
    (failure,) = read_articles(found)
    assert isinstance(failure, ReadFailure)
    assert failure.what == "its name is not UTF-8"
    assert str(failure).encode()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (found,) = find_files([tmp_path / "nowhere.txt"])
    assert isinstance(found, ReadFailure)
    assert found.what == "there is no such file or folder"
    assert failure_of(tmp_path / "nowhere.txt").what == "there is no such file or folder"


def test_json_on_several_lines_without_rows_is_one_failure(tmp_path: Path) -> None:
    failure = failure_of(tmp_path / "a.json", json.dumps({"theme": {"name": "dark", "colours": [1, 2]}}, indent=1))
    assert failure.what == "no row in it has a text"


def test_a_dump_goes_on_after_each_bad_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        '{"id": 1, "text": "The first row is fine."}',
        '{"id": 2, "title": "No text"}',
        '{"id": 1, "text": "The same id again."}',
        "not JSON at all",
        "[1, 2]",
        '{"text": "   "}',
        '{"body": "A row without an id gets one from its content.", "published_at": "2024-02-30"}',
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    read = list(read_articles(path))
    articles = [found for found in read if isinstance(found, Article)]
    lines = [str(found) for found in read if isinstance(found, ReadFailure)]
    assert [article.id for article in articles][:1] == ["1"]
    assert articles[0].uri == f"{path.resolve()}#1"
    assert len(articles[1].id) == 12
    assert articles[1].published is None
    assert [line.split(": ")[1].split(";")[0] for line in lines] == [
        "the row has no text",
        "an earlier row has the same id '1'",
        "the line is not JSON",
        "the row is no JSON object",
        "the row has no text",
    ]
    assert all(f"{path}, line {number}:" in line for number, line in zip((2, 3, 4, 5, 6), lines, strict=True))


@pytest.mark.parametrize("row", ['{"text": "It says this twice."}', '{"id": 1, "text": "It says this twice."}'])
def test_a_row_that_says_the_same_as_an_earlier_one_is_no_bad_row(row: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{row}\n{row}\n", encoding="utf-8")
    assert [found.text for found in read_articles(path) if isinstance(found, Article)] == ["It says this twice."]
    assert len(list(read_articles(path))) == 1


def test_nul_control_characters_and_direction_marks_are_taken_out(tmp_path: Path) -> None:
    assert (
        article_of(
            tmp_path / "a.txt",
            "The\x00 council\x07 \u202emet\u202c on\u00a0Monday\u200b and \u2067decided\u2069 to wait.",
        ).text
        == "The council met on Monday and decided to wait."
    )


def test_accents_apart_from_their_letters_are_joined_with_them(tmp_path: Path) -> None:
    told = "Le pont est fermé\n\nPar Zoé Hébert\n\n5 août 2024\n\nLa maire Élodie Gérard a fermé le pont lundi soir.\n"
    article = article_of(tmp_path / "a.txt", unicodedata.normalize("NFD", told))
    assert (article.author, article.published) == ("Zoé Hébert", "2024-08-05")
    assert article.text == "La maire Élodie Gérard a fermé le pont lundi soir."


def test_halves_of_surrogates_from_json_are_taken_out(tmp_path: Path) -> None:
    article = article_of(tmp_path / "a.jsonl", '{"title": "A\\ud800 title", "text": "Half \\udfff a pair."}')
    assert (article.title, article.text) == ("A title", "Half a pair.")
    assert article.text.encode()


def test_right_to_left_text_keeps_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "\u200fاجتمع مجلس المدينة مساء الاثنين وقرر بعد نقاش طويل إغلاق الجسر القديم حتى نهاية أعمال الصيانة.\u200f"
    path.write_text(text, encoding="utf-8")
    article = article_of(path)
    assert article.text == text.strip("\u200f")
    assert article.language == "ar"


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": STORY})
    path.write_text(f"{row}\n{row}\n", encoding="utf-8")
    reading = read_articles(path)
    next(reading)
    path.write_text(f"{row}\n", encoding="utf-8")
    failures = [found for found in reading if isinstance(found, ReadFailure)]
    assert failures[-1].what == "the file changed while it was read"


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_nested_tags(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.html"
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    path.write_text(f"<html><body>{'<div>' * depth}{paragraphs}{'</div>' * depth}</body></html>", encoding="utf-8")
    assert article_of(path).text == STORY.strip()


def test_a_page_of_50_mb(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    with path.open("w", encoding="utf-8") as stream:
        stream.write("<!doctype html><html><body><script>")
        stream.writelines("var noise = 1;" * 1000 for _ in range(1800))
        stream.write(f"</script><img src='data:image/png;base64,{'A' * 25_000_000}'>{paragraphs}</body></html>")
    assert path.stat().st_size > 50_000_000
    assert article_of(path).text == STORY.strip()


def test_of_what_is_cut_out_of_a_large_page_nothing_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    first, second = STORY.split("\n\n")
    cut = "<script>" + "var noise = 'İ';" * 300_000 + "</script >"
    first = first.replace(" evening", " <svg><path/></svg>evening")
    path.write_text(f"<!doctype html><html><body>{cut}<p>{first}</p><p>{second}</p></body></html>", encoding="utf-8")
    assert article_of(path).text == STORY.strip()


def test_a_book_that_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    path = tmp_path / "bomb.epub"
    path.write_bytes(book_of(*[b" " * 2**20] * 70))
    assert path.stat().st_size < 200_000
    assert failure_of(path).what == "the EPUB unpacks to more than 64 MB"


def test_a_book_by_many_takes_no_time(tmp_path: Path) -> None:
    started = time.process_time()
    creators = "<creator xmlns='http://purl.org/dc/elements/1.1/'>Ida Holm</creator>" * 16_000
    assert article_of(tmp_path / "a.epub", book_of(f"<p>{STORY}</p>".encode(), metadata=creators)).author == "Ida Holm"
    assert time.process_time() - started < 15


def test_mails_in_mails_take_no_time(tmp_path: Path) -> None:
    assert (
        "inside"
        in failure_of(
            tmp_path / "a.eml", "From: a\nSubject: b\n" + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 100_000
        ).what
    )


def test_zip_files_that_are_no_books(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.xml", "<w/>")
    assert failure_of(path).what == "this is a zip file, but no EPUB"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert failure_of(path) == ReadFailure(
        str(path), "this is an office program's document", "save it as .docx, .odt, PDF, HTML or plain text"
    )
    path.write_bytes(path.read_bytes()[:30] + struct.pack("<I", 0))
    assert failure_of(path).what == "the EPUB is damaged"
    assert failure_of(path.rename(tmp_path / "a.pptx")).what == "the zip file is damaged"


def test_a_word_document_that_begins_with_a_picture(tmp_path: Path) -> None:
    """A zip file's directory is at its end: a picture may come before every entry that identifies a Word document."""
    path = tmp_path / "a.docx"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as document:
        document.writestr("docProps/thumbnail.jpeg", os.urandom(100_000))
        with zipfile.ZipFile(io.BytesIO(word_of("".join(map(word_paragraph, STORY.splitlines()))))) as other:
            for name in other.namelist():
                document.writestr(name, other.read(name))
    path.write_bytes(packed.getvalue())
    assert article_of(path).text == STORY.strip()
    path.write_bytes(packed.getvalue()[:-300])
    assert failure_of(path).what == "the Word document is damaged or protected"


@pytest.mark.parametrize("name", ["a.txt", "a.mbox"])
def test_mails_in_one_file_are_not_read_as_one_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"From ida Mon Mar  4 10:00 2024\nFrom: a\nSubject: b\n\nThe council met on Monday.\n")
    assert failure_of(path).what == "this is an archive of mails in one file"


def test_messages_exported_as_a_page_are_not_read_as_one_text(tmp_path: Path) -> None:
    message = "<div class='message'><div class='text'>The council met on Monday.</div></div>"
    page = f'<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">{message}'
    assert failure_of(tmp_path / "messages.html", page).remedy == "export the channel again, as JSON"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        # Password-protected, or in the format of Word 2003.
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "damaged or protected"),
        ("a.docx", word_of("")[:-30], "damaged or protected"),
        ("a.docx", word_of("<w:p>"), "damaged or protected"),
        ("a.docx", word_of("<w:p><w:r><w:txbxContent>" * 300 + "</w:txbxContent></w:r></w:p>" * 300), "damaged"),
        ("a.docx", word_of(word_paragraph("a" * (16 << 20))), "unpacks to more than 16 MB"),
        ("a.docx", word_of(""), "no article text"),
        ("a.odt", odt_of("")[:-30], "damaged or protected"),
        ("a.odt", odt_of("<text:p>"), "damaged or protected"),
        ("a.odt", odt_of("<text:p>&amp;&town;</text:p>"), "damaged or protected"),
        ("a.odt", odt_of("<text:p>" + "a" * (16 << 20) + "</text:p>"), "unpacks to more than 16 MB"),
        ("a.odt", odt_of("<text:p><text:s text:c='999999999999'/></text:p>"), "no article text"),
        ("a.odt", odt_of("<text:span>" * 20_000 + "</text:span>" * 20_000), "damaged or protected"),
        ("a.rtf", rb"{\rtf1 \u99999999999 the bridge", "damaged"),
        ("a.rtf", rb"{\rtf1{\pict\bin" + b"9" * 5_000 + b"}", "damaged"),
        ("a.rtf", rb"{\rtf1" + b"{" * 100_000, "no article text"),
        ("a.rtf", rb"{\rtf1{\fonttbl" + rb"\f1\fcharset0 Helvetica" * 2_000, "damaged"),
        ("a.rtf", rb"{\rtf1}the bridge is closed", "no article text"),
        ("a.srt", b"1\n" + b"9" * 400 + b":00:01,000 --> 00:00:02,000\nThe bridge is closed.", "no article text"),
    ],
)
def test_documents_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    assert what in failure_of(tmp_path / name, content).what


def test_everything_is_read_only_where_something_was_left_out(tmp_path: Path) -> None:
    appeals = failure_of(tmp_path / "appeals.txt", "Share this article\n\nSubscribe to our newsletter\n")
    assert appeals.remedy == "check the file, or read everything: --keep-all"
    assert failure_of(tmp_path / "empty.docx", word_of("")).remedy == "check the file"


def test_nothing_that_a_word_document_names_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<a>the password of the newsroom stands in this file, and is told to nobody.</a>")
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="p"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:drawing></w:r></w:p>'
    )
    content = word_of(
        word_paragraph("The bridge of Grenvik is closed for repairs until the end of May, says the town.") + picture
    )
    entity = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'.encode()
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            start = entity if name == "word/document.xml" else b""
            new.writestr(name, start + old.read(name).replace(b"the town", b"the &s;town"))
        new.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External"'
            f' Target="{secret.as_uri()}"/></Relationships>',
        )
    assert article_of(path).text == "The bridge of Grenvik is closed for repairs until the end of May, says the town."


def test_a_feed_that_is_the_name_of_another_file(tmp_path: Path) -> None:
    other = tmp_path / "private"
    other.write_text("<rss><channel><item><title>Private</title></item></channel></rss>", encoding="utf-8")
    assert failure_of(tmp_path / "a.rss", os.fsencode(other)).what == "it is XML, but no feed with entries"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    beginning=st.sampled_from(
        (
            b"",
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"<html>",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
            b"<rss><channel><item>",
            b'{"text": "',
            b"[{",
            b"---\na: b\n---\n",
        )
    ),
    content=st.binary(max_size=300),
)
def test_no_bytes_make_it_raise(tmp_path: Path, beginning: bytes, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(beginning + content)
    for found in read_articles(path):
        assert isinstance(found, Article | ReadFailure)
        assert "\n" not in str(found) or isinstance(found, Article)


def test_long_lines_of_marks_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[" * 100_000 + "**" * 100_000 + "\n\n" + STORY, encoding="utf-8")
    assert article_of(path).text.endswith(STORY.strip())
    path.write_text("# The bridge" + " " * 400_000 + "is closed ##\n\n" + STORY, encoding="utf-8")
    assert article_of(path).title == "The bridge is closed"
    for marks in (
        "> " * 10_000,
        "- " * 10_000,
        "<!-- " * 20_000,
        "<!--\n" * 20_000,
        "![" * 5_000,
        "|" * 20_000,
        "*_" * 20_000,
    ):
        path.write_text(f"{marks}\n\n{STORY}", encoding="utf-8")
        assert article_of(path).text.endswith(STORY.strip())


@pytest.mark.parametrize("value", ["[" * 5_000, "9" * 5_000])
def test_a_note_is_read_whatever_its_front_matter_says(tmp_path: Path, value: str) -> None:
    assert article_of(tmp_path / "a.md", f"+++\ntitle = {value}\n+++\n{STORY}").text.endswith(STORY.strip())


@pytest.mark.parametrize("piece", ["[", "![", "[^", "[[", "<![CDATA["])
def test_a_bracket_left_open_costs_a_few_calls(tmp_path: Path, piece: str) -> None:
    """Counted, so that no busy machine matters: 30 to 70 a sign; 150 to 350 if it were read forty levels deep."""
    path = tmp_path / "a.md"
    signs = 20_000
    path.write_text(f"{STORY}\n{piece * (signs // len(piece))}\n", encoding="utf-8")
    counter = cProfile.Profile()
    article = counter.runcall(article_of, path)
    assert article.text.startswith(STORY.strip())
    assert sum(entry.callcount for entry in counter.getstats()) < 100 * signs


def test_a_note_is_read_once_however_often_the_text_refers_to_it(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2">{word_paragraph("Minutes.") * 200}</w:footnote>'

    def calls(times: int) -> int:
        marks = "<w:r><w:footnoteReference w:id='2'/></w:r>" * times
        document = word_of(word_paragraph(STORY) + f"<w:p>{marks}</w:p>", notes=note)
        counter = cProfile.Profile()
        assert counter.runcall(article_of, tmp_path / "a.docx", document).text == " ".join(STORY.split())
        return sum(entry.callcount for entry in counter.getstats())

    calls(1)  # imports
    assert calls(200) < 4 * calls(1)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("a.jsonl", '{{"author": {}, "text": "{}"}}'),
        ("a.html", '<html><script type="application/ld+json">{{"@type": "Article", "author": {}}}</script><p>{}'),
    ],
)
def test_names_in_lists_in_lists(tmp_path: Path, name: str, row: str) -> None:
    (tmp_path / name).write_text(
        row.format("[" * 600 + '"Ida"' + "]" * 600, STORY.strip().replace("\n", " ")), encoding="utf-8"
    )
    assert article_of(tmp_path / name).author is None


DIVIDED = "The har-\nbour was clo-\nsed on Mon-\nday.\n"


SHORT_LINES = "".join(f"line{number}\n" for number in range(40_000))
FEED = "<rss><channel><item><title>A bridge</title><description>", f"</description><description>{STORY}"
HALF = "the council of Grenvik met again and did not decide on motion"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", DIVIDED + "\n".join("a   " * 100_000 for _ in range(8))),
        ("a.txt", DIVIDED + "\f" * 20_000_000),
        ("a.md", f"---\ntitle: a{' ' * 300_000}b\n---\n{STORY}"),
        ("a.rtf", r"{\rtf1 {" + r"\deleted " * 300_000),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nIt was so.\n" + "00:00:01,000 --> " * 100_000),
        ("a.srt", "".join(f"{cue}\n00:00:01,000 --> 00:00:02,000\n" + SHORT_LINES[cue:] for cue in (1, 2))),
        ("a.txt", STORY + "\n\n".join(f"{HALF} {number},\n\nFacebook" for number in range(1_500))),
        ("a.rss", f"<rss><channel><item><author>{'@' * 40_000}</author><description>{STORY}"),
        ("a.rss", f"<rss><channel><item><dc:creator>{'a' * 100_000}</dc:creator><description>{STORY}"),
        ("a.rss", f"<rss><channel><item><DC:Creator>{'aaaa.aaa<b/>' * 30_000}</DC:Creator><description>{STORY}"),
        ("a.rss", FEED[0][:20] + "".join(f"<category>{number}</category>" for number in range(60_000)) + FEED[1][14:]),
        ("a.rss", f"&lt;p>a{'&lt;!--' * 150_000}".join(FEED)),
        ("a.rss", "<?xml " + "encoding='" * 4_000 + "\n?>" + "".join(FEED)),
        ("a.rss", "<?xml version='1.0'?>" + "\n" * 150_000 + "".join(FEED)),
        ("a.rss", "<!DOCTYPE rss [" + "\n<!ENTITY" * 50_000 + "".join(FEED)),
        ("a.csv", f"text{',a' * 20_000}\n" + "The bridge is closed.\n" * 20_000),
        ("a.txt", 2 * f"[12.05.26, 14:03:11] Ida Rook: {STORY}" + " " * 120_000 + "\u200e"),
        ("a.rss", f"<rss><channel><item><wp:post_type>post</wp:post_type><description>{STORY}{'[a b=' * 60_000}"),
        ("a.html", f"<html><p>{STORY}<a href='/'>" + "<h1>a</h1>" * 5_000),
        ("a.html", f"<html><title>{SHORT_LINES}</title><h1>A bridge</h1><p>{STORY}{SHORT_LINES}"),
        (
            "a.html",
            f"<html><title>{SHORT_LINES}</title><script type='ld+json'>[" + '{"@type": "Article"},' * 2_000 + "{}]",
        ),
        ("a.html", "<html><meta charset=punycode>\udcff-" + "a" * 300_000),
        ("a.html", f"<html><p>{STORY}" + "word<sup>[1]</sup>" * 50_000),
        ("a.html", "<html><p><span>" + "<b>word </b>" * 25_000 + "</span>" + "<sup>2</sup>" * 25_000),
        ("a.html", "<html><table><tr>" + "<td>a</td>\n" * 80_000 + "</tr><tr><td>b</td><td>c</td></tr></table>"),
        ("a.html", f"<html><h1>A bridge</h1><p>{STORY}" + "<article><b><time></time></b></article>" * 14_000),
        ("a.html", f"<html><body class=doc-content><p>{STORY}" + "<div id=sdfootnote1>1</div>word " * 30_000),
        ("a.html", f"<html><p {' '.join(f'a{number}' for number in range(40_000))}>{STORY}"),
    ],
    ids=itertools.count(),
)
def test_columns_pages_and_marks_without_end_take_no_time(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", errors="surrogateescape")
    started = time.process_time()
    list(read_articles(tmp_path / name))
    assert time.process_time() - started < 15


def test_blank_lines_and_long_fields_of_mails_take_no_time(tmp_path: Path) -> None:
    """Each of them used to take more than a minute."""
    mail = "From: {}\nSubject: The bridge\nContent-Type: text/plain; {}\n\n" + STORY
    started = time.process_time()
    for name, content in (
        ("a.md", "# The bridge\n\n" + STORY + "\n" * 100_000 + STORY),
        ("a.eml", mail.format('"a' * 50_000, "charset=utf-8")),
        ("b.eml", mail.format("Ida Rook <rook@gazette.example>", "a=b;" * 100_000)),
    ):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        assert article_of(path).title == "The bridge"
    assert time.process_time() - started < 10


@pytest.mark.parametrize("sender", ["(" * 3_000, "a*0=b;a*", '"', "<@", "=?utf-8?q?=?= <"])
def test_a_mail_is_read_whatever_its_header_says(tmp_path: Path, sender: str) -> None:
    article = article_of(
        tmp_path / "a.eml", f"From: {sender}\nSubject: The bridge\nContent-Type: text/plain; {sender}\n\n{STORY}"
    )
    assert (article.title, article.text) == ("The bridge", STORY.strip())
