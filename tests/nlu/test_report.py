"""JSON lines in, JSON lines out, and the figures of an annotated file."""

import json
from datetime import date

import pytest

from nlu.interpreter import LocalInterpreter
from nlu.report import evaluate, parse_line

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter()


def test_one_line(interpreter: LocalInterpreter) -> None:
    """Every slot of the answer, sums in yuan."""
    line = json.dumps(
        {"id": 7, "text": "2018年3月至5月老板王强欠我们12个人三万二", "date": "2019-01-23"}
    )
    found = json.loads(parse_line(line, interpreter, on=ON))

    assert {
        "id", "intent", "confidence", "employer", "project", "location", "amount", "wage_rate",
        "months", "headcount", "period", "iou", "contract", "phone", "id_number", "facts",
    } == set(found)  # fmt: skip
    assert (7, "complaint", ["王强"], 32_000, 12, ["2018-03", "2018-05"]) == (
        found["id"], found["intent"], found["employer"], found["amount"], found["headcount"],
        found["period"],
    )  # fmt: skip
    assert {"name", "value", "text", "start", "end", "role", "confidence"} == set(
        found["facts"][0]
    )


def test_a_range_is_a_pair(interpreter: LocalInterpreter) -> None:
    """二三十万 is [200000, 300000]; nothing said is null."""
    found = json.loads(parse_line('{"text": "欠二三十万"}', interpreter, on=ON))
    assert [200_000, 300_000] == found["amount"]
    assert found["phone"] is None


@pytest.mark.parametrize(
    "line", ["", "nonsense", "[]", "{}", '{"text": 5}', '{"text": "a", "date": "x"}']
)
def test_a_bad_line_is_an_answer(interpreter: LocalInterpreter, line: str) -> None:
    """One bad line does not stop a file."""
    assert "error" in json.loads(parse_line(line, interpreter, on=ON))


def test_lone_surrogates(interpreter: LocalInterpreter) -> None:
    """Half a character is written out as something every reader accepts."""
    parse_line('{"text": "欠我\\ud800三万"}', interpreter, on=ON).encode("utf-8")


def test_evaluate(interpreter: LocalInterpreter) -> None:
    """Precision, recall and F1 of each slot, and what was wrong."""
    lines = [
        json.dumps(
            {
                "id": "a",
                "text": "老板欠我三万",
                "expect": {"intent": "complaint", "amount": 30_000},
            }
        ),
        json.dumps({"id": "b", "text": "老板欠我三万", "expect": {"amount": 20_000}}),
        json.dumps({"id": "c", "text": "老板王强欠我钱", "expect": {"employer": ["王强"]}}),
        "nonsense",
    ]
    report = evaluate(lines, interpreter, on=ON)

    assert "amount" in report
    assert "0.500" in report
    assert "b  amount  expected 20000  found 30000" in report
    assert "1 line could not be read" in report
