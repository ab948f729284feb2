"""`byline articles`: lists, shows and removes what is indexed."""

import argparse
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from retrieval.types import FACTS, Article, ArticleSummary, Passage

from ..app import make_assistant
from ..assistant import Assistant
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, NOTHING_FOUND
from ..render import json as render_json
from ..render.citation import source_and_date, title
from ..render.plain_text import counted, one_line, printable
from .exchange import complain, print_json, without_surrogates


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="list | show ID… | remove ID…")
    listing = actions.add_parser("list", help="every article (what happens when nothing is said)")
    show = actions.add_parser("show", help="an article as it is indexed")
    remove = actions.add_parser("remove", help="take an article out until its text changes or its file is named")
    show.add_argument("--dropped", action="store_true", default=argparse.SUPPRESS, help="what was left out, and why")
    for chosen in (show, remove):
        chosen.add_argument("ids", nargs="*", metavar="ID", help="articles, by the ids, paths or addresses in the list")
    # An inner parser that does not see a flag must not reset the outer parser's value.
    for printing in (parser, listing, show):
        printing.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    parser.set_defaults(action="list", ids=[], dropped=False, json=False)


def run(options: argparse.Namespace, settings: Settings) -> int:
    if options.action != "list" and not options.ids:
        raise UsageError(f"name the articles to {options.action}; their ids are listed by: byline articles")
    if options.action == "remove" and options.json:
        raise UsageError("`articles remove` prints no JSON: leave --json out")
    with closing(make_assistant(settings)) as assistant:
        if options.action == "list":
            return _list(assistant, as_json=options.json)
        ids = _meant(assistant, [without_surrogates(key) for key in options.ids])
        if options.action == "show":
            return _show(assistant, ids, options)
        return _remove(assistant, ids)


def _meant(assistant: Assistant, named: Sequence[str]) -> list[str]:
    """Return the ids of articles, each named by its id, or by a place that may have several."""
    places = [name for name in named if assistant.article(name) is None]
    listed = assistant.articles() if places else []
    at = {name: _at(name, listed) for name in places}
    return [key for name in named for key in at.get(name) or [name]]


def _at(place: str, articles: Iterable[ArticleSummary]) -> list[str]:
    """Return the ids of the articles at an address, or in a file, whose path need not be written as in the list."""
    try:
        paths = {Path(place).absolute(), Path(place).resolve()}  # an indexing run that names none keeps the latter
    except (OSError, RuntimeError):  # the working folder is gone, or the place links to itself
        return [it.id for it in articles if place == it.url]
    return [it.id for it in articles if place == it.url or (it.path and Path(it.path).absolute() in paths)]


def _list(assistant: Assistant, *, as_json: bool) -> int:
    found = assistant.articles()
    if as_json:
        print_json([render_json.summary(article) for article in found])
    else:
        for article in found:
            print(_line(article))
    return ANSWERED if found else NOTHING_FOUND


def _line(article: ArticleSummary) -> str:
    place = article.url or article.path or ""
    facts = f"{source_and_date(article)} · {counted(article.passages, 'passage')} · {place}"
    return f"{one_line(f'{article.id}  {title(article)}')}\n    {one_line(facts)}"


def _show(assistant: Assistant, ids: Sequence[str], options: argparse.Namespace) -> int:
    unknown = False
    for key in ids:
        found = assistant.article_with_passages(key)
        if found is None:
            _tell_unknown(key)
            unknown = True
        elif options.json:
            print_json(render_json.article(*found))
        else:
            print(_page(*found, dropped=options.dropped))
    return NOTHING_FOUND if unknown else ANSWERED


def _page(article: Article, passages: list[Passage], *, dropped: bool) -> str:
    if dropped:
        lines = [f"{block.rule} (after paragraph {block.paragraph}): {block.text}" for block in article.dropped]
        return printable("\n".join(lines) or "nothing was dropped")
    places = dict(article.provenance)
    facts = [
        f"{name}: {value}" + (f"  [{places[name]}]" if name in places else "")
        for name in (*FACTS, "path")
        if name != "title" and (value := getattr(article, name))
    ]
    facts += [f"also at: {place}" for place in article.also_at]
    head = [title(article), *facts, f"passages: {len(passages)}", f"dropped: {len(article.dropped)}"]
    return printable("\n".join(head) + "\n\n" + article.text + "\n")


def _remove(assistant: Assistant, ids: Sequence[str]) -> int:
    titles = {article.id: title(article) for article in assistant.articles()}
    removed = assistant.remove(ids)
    for key in ids:
        if key not in removed:
            _tell_unknown(key)
    for key in removed:
        print(f"- {one_line(titles.get(key, key))}")
    print(f"{len(removed)} removed")
    return ANSWERED if len(removed) == len(set(ids)) else NOTHING_FOUND


def _tell_unknown(key: str) -> None:
    complain(f"no article {printable(key)!r}; the ids are listed by: byline articles")
