"""Helpers that make documents, and read one file: its only article, or the reason why it has none."""

import io
import zipfile
from pathlib import Path

from retrieval.articles import ReadFailure, read_articles
from retrieval.types import Article, ReadOptions


def _read(path: Path, content: str | bytes | None, options: ReadOptions) -> Article | ReadFailure:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read_articles(path, options)
    return found


def article_of(
    path: Path, content: str | bytes | None = None, *, keep_all: bool = False, extra_rules: tuple[str, ...] = ()
) -> Article:
    """Return the only article of a file; write the file first if content is given."""
    article = _read(path, content, ReadOptions(keep_all=keep_all, extra_rules=extra_rules))
    assert isinstance(article, Article), article
    return article


def failure_of(path: Path, content: str | bytes | None = None) -> ReadFailure:
    """Return why a file has no article; asserts that this is one line that names the file."""
    failure = _read(path, content, ReadOptions())
    assert isinstance(failure, ReadFailure), failure
    assert "\n" not in str(failure)
    assert str(path) in str(failure)
    return failure


def word_of(body: str, *, notes: str = "") -> bytes:
    """Return a minimal Word document around `body`, which is WordprocessingML."""
    schema = "http://schemas.openxmlformats.org"
    office = f"{schema}/officeDocument/2006/relationships"
    word = f'xmlns:w="{schema}/wordprocessingml/2006/main"'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in ("Title", "T2")
    ).replace('w:val="T2"', 'w:val="heading 2"')
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        document.writestr("[Content_Types].xml", f'<Types xmlns="{schema}/package/2006/content-types"/>')
        document.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1"'
            f' Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        document.writestr("word/styles.xml", f"<w:styles {word}>{styles}</w:styles>")
        document.writestr("word/footnotes.xml", f"<w:footnotes {word}>{notes}</w:footnotes>")
        document.writestr("word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def word_paragraph(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def odt_of(body: str) -> bytes:
    """Return a minimal OpenDocument text around `body`."""
    schema = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{name}="{schema}{name}:1.0"' for name in ("office", "style", "text", "table", "drawing"))
    spaces += f' xmlns:svg="{schema}svg-compatible:1.0"'
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        document.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        document.writestr("content.xml", content)
    return packed.getvalue()


def book_of(*text: bytes, metadata: str = "", encrypted: str = "") -> bytes:
    """Return a book of one chapter, whose text comes in parts, and which names a file as encrypted."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'{metadata}<manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = (
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        b'<rootfile full-path="p.opf"/></rootfiles></container>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("p.opf", package)
        if encrypted:
            book.writestr("META-INF/encryption.xml", f'<a xmlns="a"><CipherReference URI="{encrypted}"/></a>')
        with book.open("a.xhtml", "w") as member:
            for part in text:
                member.write(part)
    return packed.getvalue()
