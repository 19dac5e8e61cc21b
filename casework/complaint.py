"""What a finished complaint form comes to."""

from dataclasses import dataclass

from casework.conversation_state import Answer
from casework.forms import Answers
from casework.meaning import CountRange, MoneyRange, Period


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """The facts of a complaint as the worker confirmed them. Empty or None is 不知道."""

    place_kind: str = ""
    site: str = ""
    project_code: str | None = None
    where: str = ""
    employer: str = ""
    amount: MoneyRange | None = None
    headcount: CountRange | None = None
    months: CountRange | None = None
    period: Period | None = None
    name: str = ""
    phone: str = ""
    worker_name: str = ""
    family: str = ""
    foreman: bool = False  # speaks for a team: a list of names follows
    representative: bool = False  # … as one whom the others chose, not as their team leader
    paid: MoneyRange | None = None

    @property
    def construction(self) -> bool | None:
        """Whether this is building work; None where the worker could not say."""
        return (
            None
            if not self.place_kind or self.place_kind == "other"
            else (self.place_kind == "site")
        )


def _text(value: Answer) -> str:
    return value if isinstance(value, str) else ""


def complaint_from(answers: Answers) -> Complaint:
    """The complaint that these answers make."""
    amount, people, months = (answers.get(k) for k in ("amount", "headcount", "months"))
    period, paid = answers.get("period"), answers.get("paid")
    return Complaint(
        place_kind=_text(answers.get("place_kind")),
        site=_text(answers.get("site")),
        project_code=_text(answers.get("project")) or None,
        where=_text(answers.get("where")),
        employer=_text(answers.get("employer")),
        amount=amount if isinstance(amount, MoneyRange) else None,
        headcount=people if isinstance(people, CountRange) else None,
        months=months if isinstance(months, CountRange) else None,
        period=period if isinstance(period, Period) else None,
        name=_text(answers.get("name")),
        phone=_text(answers.get("phone")),
        worker_name=_text(answers.get("worker_name")),
        family=_text(answers.get("family")),
        foreman=bool(answers.get("foreman")),
        representative=bool(answers.get("representative")),
        paid=paid if isinstance(paid, MoneyRange) else None,
    )
