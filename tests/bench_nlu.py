"""Figures of the reading: import, memory, speed, and how much is read right.

Run it with ``python -m tests.bench_nlu``. Speed is processor time of one core over our own
annotated messages, padded to 250 characters; the worst of the long texts is twenty thousand characters.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from ruamel.yaml import YAML

from casework.meaning import Intent
from nlu.interpreter import LocalInterpreter
from nlu.report import evaluate

ON = date(2026, 11, 23)
SENTENCES = Path(__file__).parent / "nlu" / "sentences"
LONG = (
    "工",
    "1",
    "欠我",
    "工地",
    "项目",
    "一万",
    "欠一毛",
    "5个月，",
    "十个人三个月",
    "老板王建国欠我们12个人工资每人两千，",
    "\ud800",
)


def main() -> None:
    """Prints every figure on a line of its own."""
    _say("import of nlu.interpreter", f"{_import_seconds():.2f} s")
    interpreter = LocalInterpreter()
    _say("first message (reads the model)", f"{_timed(lambda: _read(interpreter, '你好')):.1f} ms")
    times = sorted(_timed(partial(_read, interpreter, text)) for text in _messages() * 20)
    _say("250 characters, median", f"{times[len(times) // 2]:.2f} ms")
    _say("250 characters, 95 in 100 within", f"{times[int(len(times) * 0.95)]:.2f} ms")
    long = [(piece * 20_000)[:20_000] for piece in LONG]
    worst = max(_timed(partial(_read, interpreter, text)) for text in long)
    _say("20,000 characters, worst", f"{worst:.0f} ms")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _say("largest memory of this process", f"{memory:.0f} MB")
    right, total = _intents(interpreter)
    _say("held-out sentences, right intent", f"{right} of {total} ({right / total:.3f})")
    lines = (SENTENCES / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    _print("annotated messages of our own:")
    _print(evaluate(lines, interpreter, on=ON))


def _say(what: str, figure: str) -> None:
    _print(f"{what:36} {figure}")


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def _read(interpreter: LocalInterpreter, text: str) -> None:
    interpreter.read(text, ON)


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()  # other processes on the machine do not count
    work()
    return (time.process_time() - begun) * 1000


def _import_seconds() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import nlu.interpreter"], check=True)
    whole = time.perf_counter() - begun
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return whole - (time.perf_counter() - begun)


def _messages() -> list[str]:
    lines = (SENTENCES / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    return [("，".join(texts[at:] + texts[:at]))[:250] for at in range(len(texts))]


def _intents(interpreter: LocalInterpreter) -> tuple[int, int]:
    right = total = 0
    for intent, sentence in _held_out():
        meaning = interpreter.read(sentence, ON)
        beside = intent in (Intent.ABUSE, Intent.DANGER) and meaning.means(intent)
        right += meaning.intent is intent or beside
        total += 1
    return right, total


def _held_out() -> Iterator[tuple[Intent, str]]:
    for path in sorted(SENTENCES.glob("intents*.yml")):
        document = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        for name, sentences in document.items():
            yield from ((Intent(name), sentence) for sentence in sentences)


if __name__ == "__main__":
    main()
