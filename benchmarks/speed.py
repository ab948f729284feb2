"""One table: what asking and indexing cost, beside the plain script, the floor, and the tools one could use instead.

    python -m benchmarks.speed DATA [--tools byline plain floor …] [--rounds 5]

DATA is a folder with articles.jsonl and questions.jsonl, as `byline eval` reads them. The tools take turns in every
round. Writes benchmarks/results/speed-COMMIT.json.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from .corpus import Case, Corpus, cases, prepare
from .environments import OURS, OWN_ENVIRONMENT, PEERS, RUNNERS, Tool, make_tool
from .measure import ROOT, commit, machine, median, spread, whole_process
from .synthetic import PASSAGES, articles

QUESTIONS = 100
WARM_UP = 5
FILES_2000 = 2_000 // PASSAGES


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--tools", nargs="+", default=[OURS, *OWN_ENVIRONMENT, *PEERS])
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/byline-speed"))  # noqa: S108
    options = parser.parse_args()
    corpus = prepare(options.folder, options.data, options.passages)
    tools = [make_tool(name, corpus) for name in options.tools]
    asked = cases(options.data, QUESTIONS)
    result = {
        "commit": commit(),
        "machine": machine(),
        "passages": options.passages,
        "rounds": options.rounds,
        "cold": cold(tools, asked, options.rounds),
        "warm": warm(tools, asked, corpus),
        "at once": at_once(corpus, asked),
        "writing": writing(options.folder, options.rounds),
    }
    file = ROOT / "benchmarks" / "results" / f"speed-{result['commit']}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(table(result))


def cold(tools: Sequence[Tool], asked: Sequence[Case], rounds: int) -> dict[str, Any]:
    """One question in a process of its own: seconds from start to end, and megabytes at its peak."""
    runs: dict[str, list[Any]] = {tool.name: [] for tool in tools}
    for number in range(rounds + 1):
        for tool in tools:
            one = whole_process([*tool.ask, asked[number].question], good=tool.good, environment=tool.environment)
            runs[tool.name] += [one] if number else []  # the first fills the disk's cache
    return {
        name: {"seconds": spread([one.seconds for one in ran]), "MB": median([one.megabytes for one in ran])}
        for name, ran in runs.items()
    }


def warm(tools: Sequence[Tool], asked: Sequence[Case], corpus: Corpus) -> dict[str, Any]:
    """Many questions to one process each, by turns: milliseconds, and nDCG@10 of what was found."""
    texts = corpus.texts()
    times: dict[str, list[float]] = {tool.name: [] for tool in tools}
    gains: dict[str, list[float]] = {tool.name: [] for tool in tools}
    with ExitStack() as stack:
        running = {tool.name: stack.enter_context(serving(tool)) for tool in tools}
        for process in running.values():
            for case in asked[:WARM_UP]:
                answered(process, case.question)
        for case in asked:
            for name, process in running.items():
                answer = answered(process, case.question)
                found = answer["texts"] if "texts" in answer else [texts[at] for at in answer["found"]]
                times[name].append(answer["ms"])
                gains[name].append(case.ndcg(found))
    return {
        name: {
            "p50 ms": median(taken),
            "p95 ms": float(f"{sorted(taken)[int(0.95 * len(taken))]:.4g}"),
            "nDCG@10": round(sum(gains[name]) / len(taken), 3),
        }
        for name, taken in times.items()
    }


@contextmanager
def serving(tool: Tool) -> Iterator["subprocess.Popen[str]"]:
    """Run a tool that answers a question a line."""
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


def at_once(corpus: Corpus, asked: Sequence[Case]) -> dict[str, float]:
    """Questions a second from eight askers, the median of three runs."""
    lines = "".join(json.dumps(case.question) + "\n" for case in asked)
    command = [sys.executable, "-m", "benchmarks.serve", str(corpus.index), "--askers", "8"]
    runs = [
        float(subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    return spread(runs)


def writing(folder: Path, rounds: int) -> dict[str, Any]:
    """What indexing costs, whole processes: 2,000 passages from files, one more article, 1,000 files unchanged."""
    files, index = write_articles(folder / "2000", FILES_2000), folder / "written"
    byline = [sys.executable, "-m", "bot.cli", "--index"]
    plain = [sys.executable, str(RUNNERS / "run_plain.py"), "embed", str(files)]
    rates: dict[str, list[float]] = {"plain": [], "byline fp32": [], "byline int8": []}
    for number in range(3):
        for model in ("minilm", "minilm:int8"):
            fresh = f"{index}-{model[7:]}-{number}-{int(time.time())}"
            taken = whole_process([*byline, fresh, "index", "--model", model, str(files)]).seconds
            rates[f"byline {model[7:] or 'fp32'}"].append(FILES_2000 * PASSAGES / taken)
        rates["plain"].append(FILES_2000 * PASSAGES / whole_process(plain).seconds)
    thousand, whole = write_articles(folder / "1000", 1_000, seed=1), str(folder / "thousand")
    whole_process([*byline, whole, "index", "--model", "hashing", str(thousand)])
    again = [whole_process([*byline, whole, "index"]).seconds for _ in range(rounds)]
    corpus, added = Corpus(folder).index, []
    for number in range(rounds):
        one = write_articles(folder / f"one-{time.time()}", 1, seed=int(time.time()) + number)
        added.append(whole_process([*byline, str(corpus), "index", str(one)]).seconds)
    return {
        "passages/s": {name: spread(values) for name, values in rates.items()},
        "add one article s": spread(added),
        "1,000 files unchanged s": spread(again),
    }


def write_articles(folder: Path, count: int, *, seed: int = 0) -> Path:
    """Write made-up articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, entry in enumerate(articles(count, seed=seed)):
        text = f"# {entry.article.title} of {seed}\n\n{entry.article.text}\n"
        file = folder / f"{number}.md"
        if not file.exists():
            file.write_text(text, encoding="utf-8")
    return folder


def table(result: dict[str, Any]) -> str:
    """Return the result for a reader."""
    lines = ["| | cold s (least–most) | peak MB | warm p50 / p95 ms | nDCG@10 |", "| --- | --- | --- | --- | --- |"]
    for name, one in result["cold"].items():
        warm_one, seconds = result["warm"][name], one["seconds"]
        lines.append(
            f"| {name} | {seconds['median']} ({seconds['min']}–{seconds['max']}) | {one['MB']:.0f}"
            f" | {warm_one['p50 ms']} / {warm_one['p95 ms']} | {warm_one['nDCG@10']} |"
        )
    return "\n".join([*lines, "", json.dumps({"at once": result["at once"], **result["writing"]}, indent=1)])


if __name__ == "__main__":
    main()
