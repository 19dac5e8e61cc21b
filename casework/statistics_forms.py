"""What the commands of statistics have to know."""

from casework.command_line import day, one_of
from casework.forms import Form, Question
from casework.officer_questions import CASE, chosen, day_asked, options

PERIODS = options(
    "period",
    ("week", ("周", "本周", "这周")),
    ("month", ("月", "本月", "这个月")),
    ("year", ("年", "今年")),
    ("day", ("日", "今天")),
)
"""Values of `casework.periods.PeriodKind`."""

TALLIES = options(
    "counted",
    ("project", ("工地", "项目")),
    ("employer", ("用人单位", "公司", "欠薪单位")),
    ("class", ("类别", "项目类别")),
    ("unit", ("责任单位", "单位", "部门")),
)
"""Values of `casework.tally.TallyBy`."""

STATISTICS_FORMS = (
    Form(id="cases", questions=(chosen("tally_by", TALLIES),)),
    Form(
        id="stats",
        questions=(
            Question(id="period", pick=one_of(lambda _: PERIODS), offered=False),
            Question(id="period_day", pick=day(future=False), offered=False),
        ),
    ),
    Form(id="met", questions=(CASE, day_asked("met_day", future=False))),
)
