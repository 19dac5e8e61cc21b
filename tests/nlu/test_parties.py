"""Who speaks for a team: its leader, or somebody whom the others chose."""

from datetime import date

import pytest

from casework.meaning import FactName
from nlu.interpreter import LocalInterpreter

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "我是工友代表，我们12个人在工地干活，欠了86000",
        "大家推选我当代表，一共欠20万",
        "俺代表大伙反映，欠俺们8个人工资",
    ],
)
def test_a_representative_is_no_foreman(text: str) -> None:
    """Whoever was chosen by the others speaks for them without leading them."""
    fact = LocalInterpreter().read(text, DAY).first(FactName.FOREMAN)

    assert fact is not None
    assert "representative" == fact.role


@pytest.mark.parametrize("text", ["我的代理人说不给钱", "公司代表来了，说没钱", "代表公司谈的"])
def test_somebody_elses_representative_is_not_the_writer(text: str) -> None:
    """The employer has representatives too."""
    assert LocalInterpreter().read(text, DAY).first(FactName.FOREMAN) is None
