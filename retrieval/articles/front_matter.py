"""Front matter of Markdown notes: `key: value` lines and plain lists between two `---`, or TOML between two `+++`."""

import re
import tomllib

_FENCE = re.compile(r"---[ \t]*\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(
    r"\+\+\+[ \t]*\n(?P<inside>(?:[#\[]|[\w\"-]+[ \t]*=).*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"(?P<key>[\w-]+)\s*:(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"(?:\s*-\s+|\s+(?=name:))(?:name:\s+|(?![\w-]+:\s))(?P<item>.+)$")
"""An item of a list, or the name of a person or an organisation that is described in several lines."""
_BLOCK = re.compile(r"^[>|][-+]?$")
"""What announces a value in the lines below."""
_QUOTED = re.compile(r"([\"'])(.*?)\1(?:\s+#.*)?")
"""A value in quotation marks, and a comment after it."""
_MAX_LINES = 200
"""If there are more lines between two rules, they are text."""


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the pairs, with keys in lower case, and the text after them; no pairs if there is no front matter."""
    if toml := _TOML.match(text):
        return _toml_pairs(toml["inside"]), text[toml.end() :]
    match = _FENCE.match(text)
    if not match or match["inside"].count("\n") > _MAX_LINES:
        return {}, text
    pairs: dict[str, object] = {}
    key = ""
    for line in match["inside"].split("\n"):
        if found := _PAIR.match(line):
            key = found["key"].lower()
            pairs[key] = _value((found["value"] or "").strip())
        elif key and (item := _ITEM.match(line)):
            earlier = pairs[key]
            pairs[key] = [*(earlier if isinstance(earlier, list) else []), _scalar(item["item"].strip())]
        elif isinstance(begun := pairs.get(key), str) and begun and line[:1] in (" ", "\t"):
            pairs[key] = _value(f"{_BLOCK.sub('', begun)} {line.strip()}".strip())
    return pairs, text[match.end() :]


def _toml_pairs(inside: str) -> dict[str, object]:
    """Return values as text, and lists as lists of text; the table `[params]` is merged in, as site generators do."""
    try:
        found = tomllib.loads(inside)
    except (ValueError, RecursionError):  # ValueError alone for a number with thousands of digits
        return {}
    params = found.pop("params", {})
    whole = {**(params if isinstance(params, dict) else {}), **found}
    return {
        key.lower(): [str(part) for part in value] if isinstance(value, list) else str(value)
        for key, value in whole.items()
        if not isinstance(value, dict)
    }


def _value(raw: str) -> object:
    if raw.startswith("[") and not raw.startswith("[[") and raw.endswith("]"):
        return [_scalar(part.strip()) for part in raw[1:-1].split(",") if part.strip()]
    return _scalar(raw)


def _scalar(raw: str) -> str:
    if quoted := _QUOTED.fullmatch(raw):
        quote, text = quoted.groups()
        return text.replace("''" if quote == "'" else '\\"', quote)
    # A comment needs a space before its "#": "C#" and "#3" are values.
    value = re.split(r"\s#", raw, maxsplit=1)[0].rstrip()
    return "" if value.lower() in ("null", "~") else value
