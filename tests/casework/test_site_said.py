"""A site's code or a shared place in a conversation: said, asked, never attached in silence."""

import pytest

from casework.conversation import step
from casework.conversation_state import Answer, Conversation
from casework.interview import Heard, Request, Want
from casework.messages import Reply
from casework.site_said import near, noted, says_only, unknown

ROW, OTHER = "P101|涧禾中学", "P103|涧沿公园"
LONG = f"{'涧建管〔2026〕' * 4}|很长的编号"


def complaint(asked: str = "employer", **answers: Answer) -> Conversation:
    """A complaint on its way."""
    return Conversation(form="complaint", asked=asked, turn=3, questions_asked=3, answers=answers)


def keys(effects: tuple[Reply | Request, ...]) -> list[str]:
    """What is said."""
    return [effect.key for effect in effects if isinstance(effect, Reply)]


@pytest.mark.parametrize(
    "text",
    [
        "P101",
        "p101",
        "工地编号是 P-101。",
        "编号：p101",
        "我在P101",
        "上面写着P101吧",
        "P 101",
        "Ｐ１０１",
    ],
)
def test_a_message_that_is_only_a_code(text: str) -> None:
    """However it is wrapped, it says nothing but the site."""
    assert says_only(text, "P101")


@pytest.mark.parametrize("text", ["P101欠我两万", "不在P101干", "P101和P102", "老板在P101", ""])
def test_a_message_that_says_more(text: str) -> None:
    """Its words are heard as well."""
    assert not says_only(text, "P101")


def test_a_scan_in_a_complaint_settles_the_site_and_says_so() -> None:
    """The open question comes back and is not counted twice."""
    before = complaint(place_kind="site", site="河边")
    result = step(before, Heard(sites=(ROW,)))
    assert ["site-code-noted", "ask-employer"] == keys(result.effects)
    assert "P101" == result.conversation.answers["project"]
    assert 3 == result.conversation.questions_asked


def test_the_same_code_twice_changes_nothing() -> None:
    """A second scan is only answered."""
    once = step(complaint(), Heard(sites=(ROW,))).conversation
    twice = step(once, Heard(sites=(ROW,)))
    assert once == twice.conversation
    assert ["site-code-known", "ask-employer"] == keys(twice.effects)


def test_another_site_is_asked_about() -> None:
    """Neither the earlier nor the later one wins by itself."""
    once = step(complaint(), Heard(sites=(ROW,))).conversation
    result = step(once, Heard(sites=(OTHER,)))
    assert ["site-code-other", "ask-site-choice"] == keys(result.effects)
    assert "project" not in result.conversation.answers
    turn = result.conversation.turn
    chosen = step(result.conversation, Heard(button=(turn, "site_choice", "2")))
    assert "P101" == chosen.conversation.answers["project"]


def test_two_codes_in_one_message_are_asked_about() -> None:
    """P101 and P103: which?"""
    state, said = noted(complaint(), (ROW, OTHER))
    assert (ROW, OTHER) == state.answers["site_found"]
    assert "project" not in state.answers
    assert () == said


def test_a_place_is_never_taken_by_itself() -> None:
    """Even one single site at the very spot is asked about; none of them leads to its name."""
    result = near(complaint("site"), ("P101|涧禾中学（0 米）",))
    assert ["site-near", "ask-site-choice"] == keys(result.effects)
    assert "project" not in result.conversation.answers
    turn = result.conversation.turn
    none = step(result.conversation, Heard(button=(turn, "site_choice", "none")))
    assert ["ask-site"] == keys(none.effects)
    chosen = step(result.conversation, Heard(button=(turn, "site_choice", "1")))
    assert "涧禾中学" == chosen.conversation.answers["project_name"]


def test_a_place_far_from_everything_asks_the_same_again() -> None:
    """Nothing is lost by it."""
    result = near(complaint("site"), ())
    assert ["site-none-near", "ask-site"] == keys(result.effects)
    assert complaint("site") == result.conversation


def test_a_place_takes_nothing_away_that_is_being_chosen_from() -> None:
    """The sites around it stand behind; one that is in both stands once."""
    asked = step(step(complaint(), Heard(sites=(ROW,))).conversation, Heard(sites=(OTHER,)))
    result = near(asked.conversation, ("P103|涧沿公园（9 米）", "P104|安居新苑（20 米）"))
    assert (OTHER, ROW, "P104|安居新苑（20 米）") == result.conversation.answers["site_found"]


def test_a_code_as_long_as_an_office_writes_it_fits_a_button() -> None:
    """A button holds 64 bytes; it carries a number, not the code."""
    result = near(complaint("site"), (LONG,))
    turn = result.conversation.turn
    chosen = step(result.conversation, Heard(button=(turn, "site_choice", "1")))
    assert LONG.split("|", maxsplit=1)[0] == chosen.conversation.answers["project"]


@pytest.mark.parametrize("value", ["0", "2", "-1", "P101", "", "１"])
def test_a_forged_choice_is_stale(value: str) -> None:
    """Only what was offered can be chosen."""
    state = near(complaint("site"), ("P101|涧禾中学（5 米）",)).conversation
    result = step(state, Heard(button=(state.turn, "site_choice", value)))
    assert ["stale-button", "ask-site-choice"] == keys(result.effects)


@pytest.mark.parametrize("form", ["complaint", "alarm"])
def test_a_code_says_where_somebody_in_danger_is(form: str) -> None:
    """At once, in the words of the poster."""
    state = Conversation(form=form, asked="danger_where", turn=1, case_id="c1")
    result = step(state, Heard(sites=(ROW,)))
    (located,) = (e for e in result.effects if isinstance(e, Request))
    assert (Want.LOCATE_ALARM, "涧禾中学（P101）") == (located.want, located.text)


def test_a_scan_while_something_else_is_asked() -> None:
    """The site is named; what was being done goes on."""
    state = Conversation(
        form="withdraw", asked="withdraw_why", turn=1, answers={"which_case": "c"}
    )
    result = step(state, Heard(sites=(ROW,)))
    assert ["site-code-is", "ask-withdraw-why"] == keys(result.effects)
    assert state == result.conversation


def test_an_unknown_code_is_said_back_short() -> None:
    """Whatever somebody sends as a code."""
    (reply,) = unknown(Conversation(), "\n x" * 100).effects
    assert isinstance(reply, Reply)
    assert len(str(reply.args["code"])) <= 40
