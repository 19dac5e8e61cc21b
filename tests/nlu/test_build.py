"""Training is reproducible and needs seconds."""

from pathlib import Path

import pytest

from nlu.build import build
from nlu.models import read

SENTENCES = """version: "3.1"
nlu:
- intent: complaint
  examples: |
    - 老板[王强]{"entity": "employer", "role": "person"}不给工资
    - [永盛公司]{"entity": "employer", "role": "company"}不给工资
    - 工资没给我
    - 拖欠工资不给
    - 工资三个月没给
    - 欠我工资
- intent: out_of_scope
  examples: |
    - 天气怎么样
    - 天气不错
    - 讲个笑话
    - 笑话讲一个
- intent: thanks
  examples: |
    - 谢谢你们
    - 谢谢啊
    - 太谢谢了
    - 谢谢谢谢
    - 非常谢谢
    - 谢谢恁
- intent: greeting
  examples: |
    - 你好啊
    - 你好呀
    - 领导你好
    - 你好在吗
"""


def test_same_sentences_same_bytes(tmp_path: Path) -> None:
    """The same sentences give the same file, byte for byte, and it can be read."""
    (tmp_path / "a.yml").write_text(SENTENCES, encoding="utf-8")
    first, second = build(tmp_path), build(tmp_path)
    assert first == second
    assert {"complaint", "out_of_scope", "thanks", "greeting"} == {
        i.value for i in read(first).intents.intents
    }


def test_sentences_without_other_matters(tmp_path: Path) -> None:
    """What is no complaint has to be shown, too."""
    (tmp_path / "a.yml").write_text(SENTENCES.replace("out_of_scope", "affirm"), encoding="utf-8")
    with pytest.raises(ValueError, match="out_of_scope"):
        build(tmp_path)
