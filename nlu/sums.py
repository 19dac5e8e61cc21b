"""What each sum of money in a text is for: owed, paid, a wage, or a trap.

Wrong money is the worst error here. So a sum becomes an amount owed only where the words beside it
say so, or where the whole message leaves no other reading; otherwise it stays open (``MONEY``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nlu.money import Sum


class Role(StrEnum):
    """What a sum is for."""

    TOTAL_OWED = "total_owed"  # 一共欠, 还差
    OWED = "owed"
    TOTAL = "total"  # 一共 … without a word of debt
    EACH = "each"
    RATE = "rate"
    PAID = "paid"
    TRAP = "trap"
    NEGATED = "negated"
    CORRECTED = "corrected"
    WAGE = "wage"  # 工资5000 with no word of debt: a rate or a debt
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Placed:
    """A sum with its role; ``per`` for a rate."""

    sum: Sum
    role: Role
    per: str | None = None


_PER = {
    "天": "day", "日": "day", "工": "day", "班": "day", "月": "month", "小时": "hour", "时": "hour", "钟头": "hour",
    "年": "year", "平": "piece", "平方": "piece", "平米": "piece", "方": "piece", "米": "piece", "件": "piece", "吨": "piece", "条": "piece", "单": "piece", "趟": "piece", "节课": "piece", "节": "piece", "双": "piece", "课时": "piece", "亩": "piece", "车": "piece", "棵": "piece", "套": "piece", "张": "piece",
    "立方": "piece", "立方米": "piece", "箱": "piece", "斤": "piece", "公斤": "piece", "袋": "piece", "捆": "piece", "筐": "piece", "桌": "piece", "盒": "piece", "根": "piece", "台": "piece", "户": "piece", "day": "day",
    "month": "month", "hour": "hour", "year": "year",
}  # fmt: skip
_TIME = r"(?P<per>天|日|月|小时|钟头|工|年|班|立方米?|箱|公斤|斤|袋|捆|筐|桌|盒|根|台|户|平方|平米|平|方|米|件|吨|条|单|趟|节课?|课时|亩|棵|套|张|车|双|day|month|hour|year)"
_TRIP = re.compile(r"(?:来回|往返)一?$")
"""来回一趟几百块 is what the way costs."""

_RATE_AFTER = re.compile(
    rf"\s?(?:钱|块钱|的)?\s?(?:/|每一?|一|1|按|a |per |an )\s?(?:个)?{_TIME}(?!资|钱|人|到|没|未|都)"
)
_RATE_BEFORE = re.compile(
    rf"(?:每一?|按|一|1)\s?(?:个)?{_TIME}(?:砖|沙子?|石子|水泥|土|货|料|板|布|菜|衣服|瓷砖)?(?:的?(?:工资|工钱|人工|基本工资|底薪|保底|薪水|收入|报酬))?(?:才|就|只)?(?:给|是|开|挣|发|打|按|说好|说是|算|能拿|拿|有|为|可以拿|共|一共|:|：)?(?:我|俺|我们|俺们|他)?(?:的)?$"
)
_RATE_NAME = re.compile(
    r"(?:(?P<month>月薪|(?<![个半两三四五六七八九十\d])月工资|底薪|基本工资|保底|试用期|月收入|工资(?:每月|一个月|标准|谈的|说好|说的|定的|讲好|约定))|(?P<day>日薪|日工资|工价|(?<![个名位人])(?:大工|小工)|点工|包工价)"
    r"|(?P<hour>时薪|小时工资)|(?P<year>年薪))(?:都|的)?(?:是|为|有|才|每天|每月|一天|一个月|给|:|：)*$"
)
_EACH_BEFORE = re.compile(
    r"(?:(?:每|毎|(?<![他她我俺])一)个?(?:人|位|家)|人均|平均(?:每人)?|(?<=[人名位们])各|每个工人|每个民工)(?:也|都|各|还|的|工资|工钱|被|要|欠|差不多|差|拖欠|剩|了|是|有|得|大概|大约|约|近|就|共|左右|没发|没给|没结|未发|未付)*$"
)
_EACH_AFTER = re.compile(r"\s?(?:一个?人|每人|/人|每个人|一位)(?![多来])")
_NEGATED = re.compile(r"(?:不是|并非|而不是|不止是?|没有说|写错成|写成了?|说成了?)$")
_CORRECTED = re.compile(r"(?:应该是|应是|改成|改为|更正为?|其实是|实际是?|是)$")
_ANY_NOT = re.compile(r"(?:没|未|不|别|拒绝|还没|少|漏)(?:有)?$|(?:\bnot|n't|never)\s(?:been\s)?$")
_PAID = re.compile(
    r"(?:给了|付了|发了|结了|还了|补了|支了|打了|转了|领了|拿了|预支了?|借支了?|支付了|支取了?|给过|付过|发过|结过|已付|已发|已结|已经?支付|已经?给|已经?付|已经?发"
    r"|先付|先给|到账了?|收到了?|拿到了?|拿到手|到手|只给|就给|才给|只发|才发|只付|只结|就结|就发|(?:只|才|就)到了|清了|先结|发给|打过来|打来|转来|拿来|转过来|转给|付给|微信转|补发了?|paid|received|got|gave)"
    r"(?:我|我们|俺们?|他们|他|大家|工人|每人|me|us|only)*(?:们)?(?:一次|一部分|部分|生活费|工资|工钱|现金|过)?(?:只|才|就|共|一共|有|大概|约)*\s?$"
)
_PROMISE = re.compile(
    r"(?:答应|承诺|说|保证|要|会|准备|可以|愿意|同意|打算|将|能|只肯|明天|先|年底|月底)[^,，。]{0,8}$"
)
_PAID_AFTER = re.compile(
    r"\s?(?:的)?(?:工资|工钱|生活费|款)?\s?(?:我|我们)?(?:已经|已|都)?(?:到账|收到|到手了|打过来|打到|转过来|转给|拿到了|领到|付了|给了我|发下来|已付|已发)"
)
_IOU_AFTER = re.compile(r"\s?(?:块钱|块|元)?的?(?:欠条|条子|借条|白条)")
"""打了15000的条子 is a promise on paper."""

_UNPAID_AFTER = re.compile(
    rf"{_IOU_AFTER.pattern}"
    r"|\s?(?:的)?[^,，。;；！!？?\s]{0,10}?(?:没有?|未|不)(?:再|能|见|肯|愿意?|得到?)?(?:给|发|付|结|拿|到|要|兑|支|算(?!啥|什么|多|少|个|数)|还|下|清|影|着|退|见)"
    r"|\s?(?:块钱|块|元)?(?:能不能|啥时候|什么时候|何时|怎么)[^,，。]{0,8}(?:要|讨|追|拿)(?:回|到)"
    r"|\s?(?:块钱|块|元)?的?(?:工资|工钱)?(?:无人问津|没有?着落|无着落|打了水漂|一直拖|拖到|拖着|泡了汤)"
    r"|[,，]?\s?(?:他说|说)?(?:也|都|还|就|先)?(?:压着|欠着|拖着|扣着|押着)"
    r"|[^,，。;；\d]{0,8}(?:不认(?!识)|(?:给|发|付|拿)不(?:了|出|起))"
    r"|[,，]?\s?(?:至今|到现在|到今天|一直|一分|迟迟|现在)[^,，。]{0,8}(?:没|未|不)"
    r"|\s?(?:块钱|块|元)?(?:的)?(?:工资|工钱|血汗钱|劳务费|薪水|人工费|民工工资|农民工工资)(?!是|为|一个月|都?发|已|给了|到)"
)
_OWED = re.compile(
    r"(?:拖欠|欠薪|欠付|欠着|欠款|欠|坑(?:了|走|我|俺)(?:们)?|黑了(?:我|俺)|差(?!不多)|没给|没发|未发|未付|不给|没结|未结|没付|不发|没支付|未支付|没要到|拿不到|没拿到|讨要?|要回|追讨|索要|压着?|拖着?|克扣|扣发|挂了|挂着|扣了|扣着|扣(?:我|俺)(?:们)?(?=[^,，。]{0,6}工资)|少给|少发|少(?:我|俺)(?:们)?|短|还剩|剩|下余|尾款|余款|尾数|欠条|(?:要求|请求|裁决|判决|判|(?<!答)应)(?:公司|他|其|被申请人|老板)?(?:支付|付|给)|金额|未到手|没到手|owes?|owed|unpaid|owing|(?:not|n't|never) (?:been )?paid)"
    r"(?:[^,，。;；！!？?\d]|\d{1,3}(?=\s?(?:多\s?)?[个名位人])){0,16}$"
)
_REMAIN = re.compile(
    r"(?:还|尚|仍|现|目前|至今|剩下?|余下?|余款|尾款)[^,，。;；！!？?\d]{0,6}(?:欠|差|剩|少(?!于)|没给|未付|没付|没结|未结|有|拖欠)[^,，。;；！!？?\d]{0,12}$|(?:剩下?|余下?|尾款|余款|尾数)[^,，。;；\d]{0,6}$"
)
_TOTAL = re.compile(
    r"(?:总工资|工资总[额共计]|结算(?:工资|工钱|人工费|款|下来)?|对账|对过账|算账|算下来|应得(?:工资|工钱)?|应发(?:工资)?|应付(?:工资|工钱)?|(?<!答)应该?(?:给|付|发|得)(?:我们?|俺们?)?|该(?:给|得|拿|发)(?:我们?|俺们?)?|工价共|一共|总共|合计|共计|总计|加(?:到|在)?一(?:块|起)儿?|加起来|合起来|算的是|统共|合(?=[^同计作伙适理法格]|$)|拢共|总金额|总额|累计|全部|总数|共)(?:是|有|为|算下来|大概|大约|约|就|到|达)*[^,，。;；！!？?\d]{0,8}$|in total|total of"
)
_TRAP = re.compile(
    r"(?:(?:口袋|兜|身上|手头|手里|卡里)里?[^,，。]{0,4}剩|(?:来回|往返)一?趟|违约金|诉讼费|报销款?|赚了?|挣了?|利润|损失|最低工资|欠缴|欠费|押金|保证金|质保金|罚款|罚金|罚了?|借了|借的?|借给|贷款|贷了?|利息|合同(?:总)?[价额款]|合同金额|总造价|造价|投资|中标价?|产值|总工程款|工程款总[额计价]?|工程总[价款额]"
    r"|赔偿金?|赔了?|补偿金?|补偿款|医药费|医疗费|住院费|房租|租金|学费|路费|车费|车票|伙食费|饭钱|饭费|饭补|社?保险?费?|社保|公积金|奖金|年终奖|提成|报名费|注册资本|成本|垫钱给?[^,，]{0,6}|货款|材料款"
    r"|彩礼|花了?|花费|垫付?了?|垫的|中介费|手续费|服务费|办证费|定金|买了?|卖了?|成交|交了|交的|扣除|倒扣|税|诉讼费|律师费|体检费|服装费)"
    r"(?:是|为|有|要|就|才|共|一共|大概|大约|约|我|我们|他|她|每人|了|的|达|近|还有?|也|都|[:：])*\s?$"
)
_TRAP_AFTER = re.compile(
    r"(?:[一两二三四五六七八九][百千])?\s?(?:块钱|块|元|钱|多|的)*(?:饭钱|饭费|伙食|诉讼费|律师费|违约金|损失|押金|保证金|质保金|罚款|贷款|利息|合同|赔偿|补偿|医药费|医疗费|房租|学费|路费|车费|生活费|伙食费|保险|社保|奖金|年终奖|报名费|的?活儿?|的?工程|材料|定金|中介费|的?车|的?手机|的?东西)"
)
_HELD_AFTER = re.compile(
    r"\s?(?:块钱|块|元|多|的)*(?!扣|抵)[一-龥]{0,3}(?:押金|保证金|质保金|罚款|违约金|贷款)|[,，]?(?:那|这)?是?(?:借|买东西|买货)的"
)
"""Whatever is said before, it is no wage: 扣着他30万质保金."""

_OTHER_DEBT = re.compile(
    r"(?:我(?:还|自己|现在)?欠(?!条)|借(?:了|的)?|外债|欠(?:着|了)?(?:别人|人家|亲戚|银行|信用卡|外面|邻居)|欠(?:我的?|俺)?(?:工友|同事|老乡|朋友)(?!们)|(?:工友|同事|老乡|朋友|亲戚|邻居|同学|舍友)[^,，。]{0,2}(?:还)?欠(?:我|俺)(?!们|的?工)|花呗|信用卡)[^,，。]{0,8}$"
    r"|(?:车贷|房贷|贷款|学费|药费|彩礼|房款|车款|电费|水费|水电费|房租|租金|货款|材料款|税款?|物业费|气费)[^,，。]{0,4}(?:差|欠|剩|拖)[^,，。]{0,8}$"
    r"|(?:甲方|业主|开发商|总包|建设单位|政府|项目部)[^,，。]{0,3}(?:欠|没给|差)(?:着|了)?(?:总包|他|公司|老板|工头|包工头|分包|劳务|乙方|施工方)[^,，。]{0,6}$|欠(?:我们|俺们)?(?:劳务|分包)(?!费)[^,，。]{0,4}$|欠过?(?:别的|其他|另外)[^,，。]{0,6}$|欠(?:着|了)?(?:他们?|总包|公司|分包)(?:的)?工程款[^,，。]{0,3}$"
)
_WAGE = re.compile(r"(?:工资|工钱|薪水|报酬|薪资)(?:是|为|才|只有|就|有|大概|大约|约|:|：)*$")
_LOW = re.compile(r"(?:工资|工钱|底薪)[^,，。]{0,4}(?:低|少)[^,，。]{0,3}[,，]?(?:才|只有?|就)$")
"""工资本来就低，才1900元."""

_OF_MONTHS = re.compile(
    r"(?:□|个半?月|半月|俩月|仨月)的?(?:(?:(?:全部|基本)?(?:工资|工钱|薪水|血汗钱|钱))|(?<=的))(?:共|是|一共|总共|总计|合计|大概|大约|约)*$"
)
"""4月份的工资2650元 is the wage of that month, not of every month. □ hides a date."""
_ADDED = re.compile(r"(?:加上|连同|算上)[^,，。]{0,8}(?:一共|总共|合计|共)(?:是|有)?$")
"""加上服装费一共4300元: the whole, of which the fee is a part."""

_BONUS = re.compile(r"(?:提成|奖金|年终奖|绩效)(?:共|一共|是|有|大概|约|还有?|[:：])*$")
"""Pay as well, where it is what was not paid."""

_ADVANCED = re.compile(r"垫(?:钱|付|资)?[^,，。]{0,10}$")
_MOST = re.compile(r"(?:最[多少高低]的?|多的|少的|有的)[^,，。]{0,8}$")
_OF_WHICH = re.compile(
    r"(?:其中|内含|包括|里面有?|里头有?)[^,，。\d]{0,6}(?:工资|人工费|人工|工钱|劳务费)(?:有|是|为|共|就|约|部分|达|近|大概|[:])*$"
)
_EDGE = re.compile(r"[,，。！？!?;；\n]")
_STRONG = re.compile(r"[。！？!?;；\n]")


@dataclass(frozen=True, slots=True)
class _Context:
    """The words around a sum: ``near`` in its clause, ``left`` in its sentence, what follows."""

    near: str
    left: str
    after: str
    at_number: str


def _context(text: str, item: Sum, previous: int) -> _Context:
    begin = max(previous, item.start - 30)
    left = text[begin : item.start]
    left = left[max((m.end() for m in _STRONG.finditer(left)), default=0) :]
    near = left[max((m.end() for m in _EDGE.finditer(left)), default=0) :]
    return _Context(
        near, left, text[item.end : item.end + 24], text[item.number_end : item.number_end + 12]
    )


def _rate(context: _Context) -> str | None:
    """Per what, where the sum is a wage rate."""
    if match := _RATE_AFTER.match(context.at_number) or _RATE_AFTER.match(context.after):
        return _PER[match["per"]]
    if match := _RATE_BEFORE.search(context.near):
        trip = match["per"] == "趟" and _TRIP.search(context.near[: match.start()])
        return None if trip or _month_worked(context, match) else _PER[match["per"]]
    if match := _RATE_NAME.search(context.near):
        if _OWED.search(context.near[: match.start()]) or _UNPAID_AFTER.match(context.after):
            return None  # 欠我的课时费和底薪18650
        return next(name for name in ("month", "day", "hour", "year") if match[name])
    return None


def _month_worked(context: _Context, match: re.Match[str]) -> bool:
    """欠我一个月6000, 最后一个月工资4300不发: the month was worked, the sum is the debt.

    In 一个月六千，一分没给 it is a rate: another clause says what is unpaid, not how much.
    """
    if match["per"] != "月" or match[0].startswith("每"):
        return False
    head = context.near[: match.start()]
    same_clause = not context.after.startswith((",", "，", " "))
    return bool(_OWED_MONTH.search(head) or (same_clause and _UNPAID_AFTER.match(context.after)))


_DEPOSIT_EACH = re.compile(
    r"(?:押金|保证金|罚款|培训费|服装费|会费|报名费|补贴|奖金|高温费)[^,，。]{0,2}每?(?:人|个人)(?:也|都|各)?$|少则[^,，]{0,8}$|多则[^,，]{0,8}$|^则$|赊(?:着|了)?[^,，。]{0,6}$"
)
_QUOTA = re.compile(r"\s?(?:块钱|块|元)?的?[^,，。]{0,4}(?:充值卡|会员卡|任务|指标|业绩|违章)")
"""每人完成三千块的充值卡任务."""

_OFFERED = re.compile(
    r"(?:只|就|才)?(?:答应|同意|肯|愿意)[^,，。]{0,6}每个?人$|违章[^,，。]{0,4}[才就]$"
)
"""只答应按每人三千先垫付: offered, not owed."""

_UPKEEP = re.compile(
    r"\s?(?:块钱|块|元)?的?(?:生活费|饭钱|饭费|饭补|伙食|房租|补贴|补助|餐补|话费|保险|社保|全勤|罚款|利息)"
)
_UPKEEP_BEFORE = re.compile(r"(?:扣|罚|交|房租|租金|生活费|利息|伙食费|房贷|还贷)[^,，]{0,6}$")
_OWED_MONTH = re.compile(r"(?:欠|没发|没给|拖|最后)[^,，]{0,4}$")


def _no_share(context: _Context) -> bool:
    """What each has to pay or may get, or the most that one is owed: nobody's share of the debt."""
    before = (_DEPOSIT_EACH, _MOST, _OFFERED)
    return bool(any(one.search(context.near) for one in before) or _QUOTA.match(context.after))


def _role(context: _Context, item: Sum) -> tuple[Role, str | None]:
    if _NEGATED.search(context.near):
        return Role.NEGATED, None
    if per := _rate(context):
        keep = _UPKEEP.match(context.after) or _UPKEEP_BEFORE.search(context.near)
        return (Role.TRAP if keep else Role.RATE), per
    if _no_share(context):
        return Role.TRAP, None
    if _EACH_BEFORE.search(context.near) or _EACH_AFTER.match(context.after):
        return Role.EACH, None
    for role, test in _ORDER:
        if test(context):
            return role, None
    return Role.OPEN, None


def _is_paid(context: _Context) -> bool:
    if _ADVANCED.search(context.near) or _IOU_AFTER.match(context.after):
        return False
    if match := _PAID.search(context.near):
        head = context.near[: match.start()]
        return not _ANY_NOT.search(head) and not _PROMISE.search(head)
    promised = _SAID.search(context.near) and _REMAIN.search(context.near)
    return bool(_PAID_AFTER.match(context.after)) and not promised


_SAID = re.compile(r"说|答应|承诺|讲")
"""说剩下的10160元打到卡里: said and not done."""


def _is_trap(context: _Context) -> bool:
    if _OTHER_DEBT.search(context.near):
        return True
    if _BONUS.search(context.near) and _UNPAID_AFTER.match(context.after):
        return False
    if _ADDED.search(context.near):
        return False
    if match := _TRAP.search(context.near):
        return not re.search(
            r"(?:欠|拖欠|没给|克扣)[^,，]{0,6}(?:工资|工钱)[^,，]{0,3}$",
            context.near[: match.start()],
        )
    if _HELD_AFTER.match(context.after):
        return True
    return bool(_TRAP_AFTER.match(context.after)) and not _OWED.search(context.near)


_OWED_TIME = re.compile(
    r"欠(?:薪|了|着|我们?|俺们?)*[^,，。]{0,6}(?:个月|年|天)(?:的?(?:工资|工钱))?[,，\s]$"
)
"""欠5个月，394000."""


def _is_owed(context: _Context) -> bool:
    if not context.near.strip() and _OWED_TIME.search(context.left):
        return True
    if _OWED.search(context.near) or _OF_MONTHS.search(context.near):
        return True
    return bool(_UNPAID_AFTER.match(context.after))


def _is_remaining(context: _Context) -> bool:
    return bool(_REMAIN.search(context.near))


def _is_total_owed(context: _Context) -> bool:
    return bool(_TOTAL.search(context.near)) and (
        bool(_OWED.search(context.near)) or bool(_UNPAID_AFTER.match(context.after))
    )


_ORDER = (
    (Role.PAID, _is_paid),
    (Role.TRAP, _is_trap),
    (Role.TOTAL_OWED, lambda context: bool(_OF_WHICH.search(context.near))),
    (Role.TOTAL_OWED, _is_remaining),
    (Role.TOTAL_OWED, _is_total_owed),
    (Role.OWED, _is_owed),
    (Role.TOTAL, lambda context: bool(_TOTAL.search(context.near))),
    (Role.WAGE, lambda context: bool(_WAGE.search(context.near) or _LOW.search(context.left))),
    (Role.CORRECTED, lambda context: bool(_CORRECTED.search(context.near))),
)


def placed(text: str, found: Sequence[Sum]) -> list[Placed]:
    """Every sum with its role."""
    result: list[Placed] = []
    previous = 0
    for item in found:
        role, per = _role(_context(text, item, previous), item)
        result.append(Placed(item, role, per))
        previous = item.end
    return result
