"""What people want: closed answers, danger and abuse, and sentences never trained on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from casework.meaning import FactName, Intent
from nlu.interpreter import LocalInterpreter
from nlu.training_data import examples

ON = date(2026, 11, 23)
SENTENCES = Path(__file__).parent / "sentences"
HELD_OUT = sorted(SENTENCES.glob("intents*.yml"))


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter()


def held_out() -> Iterator[tuple[Intent, str]]:
    for path in HELD_OUT:
        document = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        for name, sentences in document.items():
            for sentence in sentences:
                yield Intent(name), sentence


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("好", Intent.AFFIRM),
        ("对对对", Intent.AFFIRM),
        ("中", Intent.AFFIRM),
        ("是的。", Intent.AFFIRM),
        ("没错", Intent.AFFIRM),
        ("就这些", Intent.AFFIRM),
        ("没有电话", Intent.DENY),
        ("嗯嗯", Intent.AFFIRM),
        ("yes", Intent.AFFIRM),
        ("不对", Intent.DENY),
        ("不是", Intent.DENY),
        ("没有", Intent.DENY),
        ("no", Intent.DENY),
        ("不知道", Intent.DONT_KNOW),
        ("忘了", Intent.DONT_KNOW),
        ("不清楚老板叫啥", Intent.DONT_KNOW),
        ("跳过", Intent.SKIP),
        ("skip", Intent.SKIP),
        ("返回", Intent.BACK),
        ("取消", Intent.CANCEL),
        ("cancel", Intent.CANCEL),
        ("重来", Intent.RESTART),
        ("人工", Intent.PERSON),
        ("找个人说话", Intent.PERSON),
        ("talk to a person", Intent.PERSON),
        ("撤诉", Intent.WITHDRAW),
        ("不告了", Intent.WITHDRAW),
        ("撤回", Intent.WITHDRAW),
        ("到哪一步了", Intent.ASK_STATUS),
        ("有消息没", Intent.ASK_STATUS),
        ("status", Intent.ASK_STATUS),
        ("法律援助", Intent.ASK_LEGAL_AID),
        ("想找律师", Intent.ASK_LEGAL_AID),
        ("I want a lawyer", Intent.ASK_LEGAL_AID),
        ("谢谢", Intent.THANKS),
        ("你好", Intent.GREETING),
        ("hi", Intent.GREETING),
        ("english", Intent.LANGUAGE),
        ("给了五千", Intent.PAID),
        ("老板给了我五千", Intent.PAID),
        ("撤了才给钱", Intent.PRESSURE),
        ("不是两万八，是三万", Intent.CORRECT),
        ("老板会知道吗", Intent.ASK_PRIVACY),
        ("老板说月底给", Intent.PROMISED),
    ],
)
def test_short_answers(interpreter: LocalInterpreter, text: str, intent: Intent) -> None:
    """Short texts mean one thing."""
    assert intent is interpreter.read(text, ON).intent


@pytest.mark.parametrize(
    "text",
    [
        "再不给钱我就跳楼",
        "不想活了",
        "我要爬塔吊",
        "他要喝药",
        "老板要打人",
        "我被打了",
        "把我们关起来不让走",
        "不给钱就同归于尽",
        "有人要跳楼，老板欠我们三万",
        "他们拿棍子打我们",
        "我现在在塔吊上",
        "把我们锁屋里了",
        "老板叫人来打我了",
        "今天不给钱我就从楼上跳下去",
        "工友站在楼顶要跳",
        "把我们围住不让走",
        "说要弄死我们",
        "老板孩子我都不管了我死了算了",
        "腿被打断了",
        "他想不开要寻短见",
        "工友触电了",
        "i want to kill myself",
    ],
)
def test_danger(interpreter: LocalInterpreter, text: str) -> None:
    """Danger to somebody's life leads."""
    assert Intent.DANGER is interpreter.read(text, ON).intent


@pytest.mark.parametrize(
    "text",
    [
        "急死了",
        "真要命",
        "累死了",
        "热死了",
        "气死我了",
        "老板打电话不接",
        "我去打工了",
        "打官司要多少钱",
        "老板不打欠条",
        "打了几次电话都没人接",
        "我被拖欠工资急死了",
        "他死活不给钱",
        "拼命干了一年没拿到钱",
        "老板死不认账",
        "把门锁了人跑了",
        "我是塔吊司机",
        "在塔吊上干活没给钱",
        "我们是打混凝土的",
        "不让走法律程序",
        "我爸去世了没给工资",
        "钱打我卡上",
        "被开除了",
        "被扣押金",
        "打死也不签字",
        "上楼顶做防水没给钱",
    ],
)
def test_no_danger(interpreter: LocalInterpreter, text: str) -> None:
    """Despair and ordinary words wake nobody at night."""
    assert not interpreter.read(text, ON).means(Intent.DANGER)


def test_words_of_danger_without_danger(interpreter: LocalInterpreter) -> None:
    """A trade, an accident long ago, a place by a bridge: nobody is woken."""
    document = YAML(typ="safe").load((SENTENCES / "no_danger.yml").read_text("utf-8"))
    alarms = [
        text for text in document["no_danger"] if interpreter.read(text, ON).means(Intent.DANGER)
    ]
    assert [] == alarms


def test_wages_owed_lead_over_the_question_at_the_end(interpreter: LocalInterpreter) -> None:
    """Who tells of wages owed and asks what to do has a complaint; help asked for stands beside."""
    meaning = interpreter.read("我在饭店上班，老板拖欠我两个月工资，我可以起诉他吗", ON)
    assert Intent.COMPLAINT is meaning.intent
    assert meaning.means(Intent.ASK_LEGAL_AID)


def test_a_faint_complaint_is_asked_about(interpreter: LocalInterpreter) -> None:
    """Where a complaint is likeliest and yet unlikely, the conversation asks instead."""
    meaning = interpreter.read("我们公司跟别的公司有点纠纷", ON)
    assert Intent.COMPLAINT is not meaning.intent


def test_paid_after_a_long_wait(interpreter: LocalInterpreter) -> None:
    """However long it took, wages that arrived in full are no complaint."""
    meaning = interpreter.read("老板拖了半年，昨天终于结清了", ON)
    assert Intent.PAID is meaning.intent
    assert not meaning.means(Intent.COMPLAINT)


@pytest.mark.parametrize("text", ["王强", "张三"])
def test_a_bare_name_is_nothing_but_a_name(interpreter: LocalInterpreter, text: str) -> None:
    """A name alone is a candidate for whatever was asked, and no wish."""
    meaning = interpreter.read(text, ON)
    assert Intent.UNKNOWN is meaning.intent
    assert {FactName.PERSON_NAME, FactName.EMPLOYER} <= {fact.name for fact in meaning.facts}


def test_abuse_keeps_the_complaint(interpreter: LocalInterpreter) -> None:
    """An insult stands beside the complaint, and the complaint leads."""
    meaning = interpreter.read("狗日的老板欠我三万工资不给", ON)
    assert Intent.COMPLAINT is meaning.intent
    assert meaning.means(Intent.ABUSE)


def test_nonsense_is_unknown(interpreter: LocalInterpreter) -> None:
    """What means nothing is not forced into a class."""
    for text in ("", "   ", "。。。", "🙂"):
        assert Intent.UNKNOWN is interpreter.read(text, ON).intent, text
    nothing = {Intent.UNKNOWN, Intent.OUT_OF_SCOPE}
    assert interpreter.read("asdkjh qwe", ON).intent in nothing


def test_held_out_sentences(interpreter: LocalInterpreter) -> None:
    """Of sentences never trained on at least 85 in 100 are read right."""
    found = [(intent, text, interpreter.read(text, ON)) for intent, text in held_out()]
    wrong = [
        (intent.value, text, meaning.intent.value)
        for intent, text, meaning in found
        if intent is not meaning.intent and not _beside(intent, meaning.means(intent))
    ]
    assert len(wrong) <= 0.15 * len(found), wrong


def test_complaint_or_not(interpreter: LocalInterpreter) -> None:
    """Rents, goods, subsidies and fees are no wages; unpaid work is, however it is told."""
    document = YAML(typ="safe").load((SENTENCES / "complaint_or_not.yml").read_text("utf-8"))
    found = [(text, True) for text in document["complaint"]]
    found += [(text, False) for text in document["other"]]
    wrong = [
        text
        for text, is_one in found
        if interpreter.read(text, ON).means(Intent.COMPLAINT) != is_one
    ]
    assert len(wrong) <= 0.05 * len(found), wrong


def test_what_must_not_be_missed(interpreter: LocalInterpreter) -> None:
    """Person, withdrawal, abuse and danger are recalled at least 95 times in 100."""
    urgent = {Intent.PERSON, Intent.WITHDRAW, Intent.ABUSE, Intent.DANGER}
    found = [(i, text) for i, text in held_out() if i in urgent]
    missed = [text for i, text in found if not interpreter.read(text, ON).means(i, at_least=0.3)]
    assert len(missed) <= 0.05 * len(found), missed


def test_quiet_texts_stay_quiet(interpreter: LocalInterpreter) -> None:
    """What only sounds like danger, abuse, giving up or wanting a person raises no alarm."""
    document = YAML(typ="safe").load((SENTENCES / "quiet.yml").read_text("utf-8"))
    found = [(Intent(name), text) for name, texts in document.items() for text in texts]
    alarms = [text for i, text in found if interpreter.read(text, ON).means(i)]
    assert len(alarms) <= 0.06 * len(found), alarms


def test_other_matters_are_no_complaint(interpreter: LocalInterpreter) -> None:
    """Debts that are no wages are not taken for a complaint about wages."""
    document = YAML(typ="safe").load((SENTENCES / "other_matters.yml").read_text("utf-8"))
    taken = [
        text for text in document["other"] if interpreter.read(text, ON).means(Intent.COMPLAINT)
    ]
    assert len(taken) <= 0.08 * len(document["other"]), taken


@pytest.mark.parametrize(
    "text",
    ["我可不撤案", "你们别给我撤了", "谁说要撤案了", "我绝不放弃"],
)
def test_a_case_that_is_kept(interpreter: LocalInterpreter, text: str) -> None:
    """Who says that he will not withdraw has not withdrawn."""
    assert not interpreter.read(text, ON).means(Intent.WITHDRAW)


@pytest.mark.parametrize(
    "text",
    ["能不能撤案", "我不想告了，撤了吧", "可不可以撤诉", "不要了，帮我销案", "我想取消投诉"],
)
def test_a_case_that_is_not_kept(interpreter: LocalInterpreter, text: str) -> None:
    """A 不 nearby does not turn a withdrawal round."""
    assert Intent.WITHDRAW is interpreter.read(text, ON).intent


@pytest.mark.parametrize(
    ("text", "is_danger"),
    [
        ("七里河桥边上", False),
        ("站在桥头等活", False),
        ("几个女工被关在地下室", True),
        ("老板开车往我身上撞", True),
        ("我下来了，没事了", False),
        ("去年架子上掉下来过人，现在又有人掉下来了，快来", True),
    ],
)
def test_danger_at_a_place_and_in_the_past(
    interpreter: LocalInterpreter, text: str, is_danger: bool
) -> None:
    """A place by a bridge and a danger that is over wake nobody; the same words now do."""
    assert is_danger == interpreter.read(text, ON).means(Intent.DANGER)


def test_held_out_is_held_out() -> None:
    """No held-out sentence stands among the training sentences."""
    trained = {example.text for example in examples()}
    shared = {text for _, text in held_out() if len(text) > 5} & trained
    assert set() == shared


def _beside(intent: Intent, seen: bool) -> bool:
    return seen and intent in (Intent.ABUSE, Intent.DANGER)
