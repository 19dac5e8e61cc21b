"""What columns are called in the spreadsheets that offices keep, and in ours."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from casework.ledger_fields import FIELDS, FieldKind

COORDINATES = "coordinates"
"""A column with both degrees; every other column is a field."""

PASSED_OVER = frozenset({"序号", "备注", "no", "remarks", "问题和改法"})
"""Headings that are no field and need no word about it."""

MARKS = "问题和改法"
"""The column that we add to a file that has to be mended."""

_HEADINGS: Mapping[str, str] = {
    # field: our heading | other words for it
    "code": "项目编号|编号|工程编号|台账编号|工地编号|project code|site code",
    "name": "项目名称|工程名称|名称|项目|工程项目|工程项目名称|工地名称|工地|project|project name",
    "aliases": "别名|俗称|曾用名|简称|又名|工人叫法|alias|other names",
    "project_class": "项目类别|类别|项目分类|分类|项目性质|项目类型|class|category",
    "sub_class": "小类|子类|类别细分|subclass",
    "owner": "建设单位|业主|业主单位|建设单位名称|项目业主|甲方",
    "owner_unit": "区属业主单位|业主主管单位|业主单位代码",
    "industry": "行业|所属行业|行业类别|行业领域",
    "industry_unit": "行业主管部门|主管部门|行业部门|监管部门|industry department|department",
    "sub_district": "街道|所属街道|街道办|街道办事处|属地|属地街道|所在街道|subdistrict",
    "address": "地址|项目地址|工程地址|地点|项目地点|建设地点|工程地点|所在地|详细地址|location",
    "latitude": "纬度|lat",
    "longitude": "经度|lng|lon",
    COORDINATES: "坐标|经纬度|地理坐标",
    "general_contractor": "施工总承包单位|总包单位|总包|总承包单位|施工单位|施工总包|总包企业"
    "|施工总承包企业|承建单位|总包单位名称|施工单位名称|contractor",
    "subcontractors": "分包单位|分包|专业分包|劳务分包|劳务公司|分包企业|劳务分包单位|subcontractor",
    "labour_officer": "劳资专管员|劳资员|劳资专员|劳资专管员姓名|专管员|labor officer",
    "labour_phone": "劳资专管员电话|劳资员电话|劳资专管员联系电话|专管员电话|专管员联系电话"
    "|劳资专管员联系方式|labour officer phone|labor phone",
    "investment_code": "投资项目代码|项目代码|项目统一代码|立项代码|投资项目统一代码",
    "funding_source": "资金来源|funds",
    "funding_in_place": "资金是否到位|资金到位|资金到位情况",
    "contract_permit_number": "施工许可证号|施工许可证|施工许可证编号|许可证号|permit no|permit number",
    "contract_price": "合同价款|合同价|合同金额|合同额|工程合同价|工程合同金额|工程造价|总造价|中标价",
    "contract_labour_cost": "人工费用|人工费|人工费金额|人工费用金额|labour cost|labor cost",
    "contract_labour_share": "人工费用比例|人工费比例|人工费占比|labour share",
    "contract_cycle_months": "人工费用拨付周期|人工费拨付周期|拨付周期|cycle",
    "contract_payment_guarantee": "工程款支付担保|支付担保|payment guarantee",
    "site_real_name": "实名制管理|实名制|实名制系统|是否实名制|是否落实实名制|real name system|real name",
    "site_bank_pay": "银行代发工资|银行代发|总包代发|工资代发|代发工资|是否银行代发|bank pay",
    "account_bank": "工资专户开户行|专户开户行|开户银行|开户行|农民工工资专用账户开户行"
    "|专用账户开户行|专用账户开户银行|special account bank",
    "account_number": "工资专户账号|专户账号|专用账户账号|农民工工资专用账户账号|账号|account no"
    "|special account no",
    "account_opened_on": "工资专户开立日期|专户开立日期|专户开户日期|专用账户开户日期|开户日期|account opened",
    "account_filed_on": "工资专户备案日期|专户备案日期|专用账户备案日期|备案日期|account filed",
    "deposit_form": "工资保证金形式|保证金形式|保证金缴存形式|保证金方式|保证金缴存方式",
    "deposit_amount": "工资保证金金额|工资保证金|保证金|保证金金额|缴存金额|deposit",
    "deposit_expires_on": "工资保证金到期日|保证金到期日|保函到期日|保证金到期日期|保函到期日期"
    "|deposit expires|deposit expiry",
    "site_board_inspected_on": "维权告示牌检查日期|公示牌检查日期|维权公示牌检查日期|告示牌检查日期"
    "|维权信息告示牌检查日期|rights board inspected",
    "site_head_count": "在场人数|用工人数|农民工人数|务工人数|现场人数|人数|head count|headcount|people",
    "site_last_paid_month": "工资发放至|最近发薪月份|最近发薪月|工资已发至|工资支付至|last month paid",
    "command_post": "项目指挥部|指挥部|是否设指挥部|是否有指挥部",
    "started_on": "开工日期|开工时间|实际开工日期|实际开工时间|started|start date",
    "finished_on": "完工日期|竣工日期|竣工时间|完工时间|实际竣工日期|finished|finish date",
    "settled_on": "结算日期|竣工结算日期|结算时间|settled",
    "state": "项目状态|状态|工程状态|施工状态|status",
    "sample": "样例",
}

_UNITS: Mapping[str, Decimal] = {
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}
_IN_BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, kw_only=True)
class Column:
    """What a heading means; ``times`` is the unit of bare numbers below it, in yuan."""

    field: str
    times: Decimal = Decimal(1)


def heading_of(field: str) -> str:
    """How we call a column."""
    return _HEADINGS[field].partition("|")[0]


def written_heading(field: str) -> str:
    """The same with the unit of what stands below."""
    unit = {FieldKind.MONEY: "（元）", FieldKind.SHARE: "（%）"}.get(FIELDS[field], "")
    return f"{heading_of(field)}{unit}"


def column_of(heading: str) -> Column | None:
    """The column of a heading in any of its spellings; None where nobody reads it."""
    plain = unicodedata.normalize("NFKC", heading)
    bare = _key(_IN_BRACKETS.sub("", plain))
    field = _KNOWN.get(bare) or _KNOWN.get(_key(plain))
    if field is None:
        return None
    inside = [each.strip() for each in _IN_BRACKETS.findall(plain)]
    unit = next((each.removeprefix("单位:") for each in inside if each), "")
    return Column(field=field, times=_UNITS.get(unit.strip(), Decimal(1)))


def is_passed_over(heading: str) -> bool:
    """Whether a heading without a field is nothing to mention."""
    return not _key(heading) or _key(heading) in PASSED_OVER


def _key(heading: str) -> str:
    return _NOT_WORD.sub("", heading.casefold())


def _known() -> Iterator[tuple[str, str]]:
    for field, words in _HEADINGS.items():
        yield _key(field), field
        for word in words.split("|"):
            yield _key(unicodedata.normalize("NFKC", word)), field


_KNOWN: Mapping[str, str] = dict(_known())
