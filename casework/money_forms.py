"""What the commands about money have to know."""

import re

from casework.forms import Answers, Form, Hearing, Picked, Question, always
from casework.officer_questions import (
    CASE,
    chosen,
    day_asked,
    options,
    sum_asked,
    words_asked,
)

_LINE = re.compile(r"(?<![\d.])第?(\d{1,3})笔?(?![\d.])")


def line_number(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
    """A line of the money ledger: ``2``, 第2笔."""
    match = _LINE.search(hearing.text) if is_open else None
    return match and Picked(value=int(match[1]), start=match.start(), end=match.end())


PAYERS = options(
    "payer",
    ("employer", ("用人单位", "老板", "企业", "分包", "班组")),
    ("general_contractor", ("总包", "总承包")),
    ("owner", ("建设单位", "业主", "甲方")),
    ("deposit", ("保证金",)),
    ("fund", ("周转金",)),
    ("bank_payout", ("代发", "银行代发", "专户")),
    ("court", ("法院", "执行", "法院执行")),
    ("other", ("其他", "其它", "别人")),
)
"""Who paid, or out of what."""

PROOFS = options(
    "proof",
    ("bank_receipt", ("回单", "银行回单")),
    ("document", ("文书", "凭证", "收条")),
    ("seen", ("在场", "看见", "现场")),
    ("word", ("听说", "他说", "对方说", "电话")),
)
"""What an officer's record of a payment rests on."""

PAY_LINE = Question(id="pay_line", pick=line_number, needed=always, may_be_unknown=False)

MONEY_FORMS = (
    Form(id="money", questions=(CASE,)),
    Form(id="liable", questions=(CASE,)),
    Form(
        id="pay",
        questions=(
            CASE,
            sum_asked("pay_sum"),
            chosen("pay_payer", PAYERS),
            day_asked("pay_day", future=False),
            chosen("pay_proof", PROOFS),
            words_asked("pay_worker", offered=False),
        ),
    ),
    Form(id="reverse", questions=(CASE, PAY_LINE, words_asked("reverse_reason"))),
)
