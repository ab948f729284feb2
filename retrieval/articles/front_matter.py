"""Front matter of a Markdown note: `key: value` lines and plain lists between two `---`, `key = value` between `+++`.

No YAML and no TOML beyond that.
"""

import re

_FENCE = re.compile(
    r"(?:---[ \t]*\n(?P<inside>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_PAIR = re.compile(r"(?P<key>[\w-]+)\s*:(?:\s+(?P<value>.*))?$")
_TOML_PAIR = re.compile(r"(?P<key>[\w-]+)\s*=\s*(?P<value>.*)$")
_MAX_LINES = 200


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the pairs, keys in lower case, and the text after them; no pairs when there is no front matter."""
    match = _FENCE.match(text)
    inside = (match["inside"] or match["toml"] or "") if match else ""
    if not match or inside.count("\n") > _MAX_LINES:
        return {}, text
    form = _PAIR if match["toml"] is None else _TOML_PAIR
    pairs: dict[str, object] = {}
    key = ""
    for line in inside.split("\n"):
        if found := form.match(line):
            key = found["key"].lower()
            pairs[key] = _value((found["value"] or "").strip())
        elif key and (item := re.match(r"\s*-\s+(.+)$", line)):
            earlier = pairs[key]
            pairs[key] = [*(earlier if isinstance(earlier, list) else []), _scalar(item[1].strip())]
    return pairs, text[match.end() :]


def _value(raw: str) -> object:
    if raw.startswith("[") and not raw.startswith("[[") and raw.endswith("]"):
        return [_scalar(part.strip()) for part in raw[1:-1].split(",") if part.strip()]
    return _scalar(raw)


def _scalar(raw: str) -> str:
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        return _unlinked(raw[1:-1].replace('\\"', '"'))
    # A comment needs a space before its sign: "C#" and "#3" are values.
    return _unlinked(re.sub(r"\s+#.*$", "", raw))


def _unlinked(value: str) -> str:
    """The name of another note, without the brackets that link to it."""
    return value[2:-2] if value.startswith("[[") and value.endswith("]]") else value
