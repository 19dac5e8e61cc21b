"""What the commands of statistics have to know."""

from casework.command_line import day, one_of
from casework.forms import Form, Question
from casework.officer_questions import CASE, day_asked, options

PERIODS = options(
    "period",
    ("week", ("周", "本周", "这周")),
    ("month", ("月", "本月", "这个月")),
    ("year", ("年", "今年")),
    ("day", ("日", "今天")),
)
"""Values of `casework.periods.PeriodKind`."""

STATISTICS_FORMS = (
    Form(
        id="stats",
        questions=(
            Question(id="period", pick=one_of(lambda _: PERIODS), offered=False),
            Question(id="period_day", pick=day(future=False), offered=False),
        ),
    ),
    Form(id="met", questions=(CASE, day_asked("met_day", future=False))),
)
