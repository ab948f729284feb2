"""What asking and indexing cost, compared with the promises, the plain script, the floor and alternative tools.

    python -m benchmarks.speed DATA [--tools byline plain floor …] [--parts cold warm …] [--rounds 5]

DATA is a folder with articles.jsonl and questions.jsonl, as `byline eval` reads them. The tools take turns in every
round. Writes benchmarks/results/speed-COMMIT.json; parts measured later are added to that file.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from .corpus import Case, Corpus, cases, prepare
from .environments import OURS, OWN_ENVIRONMENT, PEERS, Tool, make_tool
from .measure import ROOT, commit, halved, machine, median, p95, spread, whole_process
from .promises import promises, shown
from .stages import stages
from .writing import adding, embedding, unchanged

QUESTIONS = 200
"""Half of them only warm up a running process."""
HELP = Tool("byline --help", (sys.executable, "-m", "bot.cli", "--help"), ())
PARTS = ("cold", "warm", "stages", "at once", "embedding", "writing")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--tools", nargs="+", default=[OURS, *OWN_ENVIRONMENT, *PEERS])
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/byline-speed"))  # noqa: S108
    options = parser.parse_args()
    file = ROOT / "benchmarks" / "results" / f"speed-{commit()}.json"
    result = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"commit": commit()}
    result |= {"machine": machine(), "passages": options.passages}
    for part in options.parts:
        result[part] = measured(part, options)
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(table(result))
    print(promises(result))


def measured(part: str, options: argparse.Namespace) -> Any:
    """Return the figures of one part."""
    corpus = prepare(options.folder, options.data, options.passages)
    asked, rounds = cases(options.data, QUESTIONS), options.rounds
    if part == "stages":
        return stages(corpus.index, [case.question for case in asked])
    if part == "at once":
        return at_once(corpus, asked, rounds)
    if part == "embedding":
        return embedding(options.folder, rounds)
    if part == "writing":
        with tempfile.TemporaryDirectory(dir=corpus.folder) as folder:  # a copy: the corpus stays as large as it is
            index = Path(shutil.copytree(corpus.index, Path(folder) / "index"))
            return {"add one": adding(index, rounds), "unchanged": unchanged(options.folder, rounds)}
    tools = [make_tool(name, corpus) for name in options.tools]
    return cold(tools, asked, rounds) if part == "cold" else warm(tools, asked, corpus)


def cold(tools: Sequence[Tool], asked: Sequence[Case], rounds: int) -> dict[str, Any]:
    """Ask one question per process; return seconds from start to end, and peak megabytes."""
    tools = [*tools, HELP] if any(tool.name == OURS for tool in tools) else tools
    runs: dict[str, list[Any]] = {tool.name: [] for tool in tools}
    for number in range(rounds + 1):
        for tool in tools:
            question = [asked[number].question] if tool is not HELP else []
            one = whole_process([*tool.ask, *question], good=tool.good, environment=tool.environment)
            runs[tool.name] += [one] if number else []  # the first run fills the disk cache
    return {
        name: {"seconds": spread([one.seconds for one in ran]), "MB": median([one.megabytes for one in ran])}
        for name, ran in runs.items()
    }


def warm(tools: Sequence[Tool], asked: Sequence[Case], corpus: Corpus) -> dict[str, Any]:
    """Ask one process per tool many questions, by turns; return milliseconds, and nDCG@10 of what was found."""
    early, late = halved(asked)
    texts = corpus.texts()
    times: dict[str, list[float]] = {tool.name: [] for tool in tools}
    gains: dict[str, list[float]] = {tool.name: [] for tool in tools}
    with ExitStack() as stack:
        running = {tool.name: stack.enter_context(serving(tool)) for tool in tools}
        for process in running.values():
            for case in early:
                answered(process, case.question)
        for case in late:
            for name, process in running.items():
                answer = answered(process, case.question)
                found = answer["texts"] if "texts" in answer else [texts[at] for at in answer["found"]]
                times[name].append(answer["ms"])
                gains[name].append(case.ndcg(found))
    return {
        name: {
            "p50 ms": median(taken),
            "p95 ms": float(f"{p95(taken):.4g}"),
            "nDCG@10": round(sum(gains[name]) / len(taken), 3),
        }
        for name, taken in times.items()
    }


@contextmanager
def serving(tool: Tool) -> Iterator["subprocess.Popen[str]"]:
    """Run a tool that answers one question per line."""
    environment = {**os.environ, **tool.environment}
    process = subprocess.Popen(
        tool.serve, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=environment,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def answered(process: "subprocess.Popen[str]", question: str) -> dict[str, Any]:
    """Ask one question and wait for its answer."""
    assert process.stdin is not None  # noqa: S101 - pipes were asked for
    assert process.stdout is not None  # noqa: S101
    process.stdin.write(json.dumps(question) + "\n")
    process.stdin.flush()
    while not (line := process.stdout.readline()).startswith("{"):
        if not line:
            raise SystemExit(f"{process.args!r}: ended early")
    found: dict[str, Any] = json.loads(line)
    return found


def at_once(corpus: Corpus, asked: Sequence[Case], rounds: int) -> dict[str, float]:
    """Return the number of questions per second that eight askers get answered."""
    lines = "".join(json.dumps(case.question) + "\n" for case in asked)
    command = [sys.executable, "-m", "benchmarks.serve", str(corpus.index), "--askers", "8"]
    runs = [
        float(subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, check=True).stdout)
        for _ in range(rounds)
    ]
    return spread(runs)


def table(result: dict[str, Any]) -> str:
    """Return a table that compares the tools."""
    lines = ["| | cold s (least–most) | peak MB | warm p50 / p95 ms | nDCG@10 |", "| --- | --- | --- | --- | --- |"]
    for name in result.get("cold", {}):
        if name not in result.get("warm", {}):
            continue
        one, warm_one = result["cold"][name], result["warm"][name]
        lines.append(
            f"| {name} | {shown(one['seconds'])} | {one['MB']:.0f}"
            f" | {warm_one['p50 ms']} / {warm_one['p95 ms']} | {warm_one['nDCG@10']} |"
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
