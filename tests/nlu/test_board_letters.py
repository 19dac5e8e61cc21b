"""Turns of phrase from letters to message boards: where a name ends, where the work was, what is owed."""

from datetime import date

import pytest

from casework.meaning import Intent
from nlu.interpreter import LocalInterpreter
from nlu.report import as_dict

DAY = date(2019, 11, 26)


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("我们在睢阳区临湖学府6号楼、7号楼抹灰，钱没给", "临湖学府6号楼、7号楼"),
        ("恳请解决G311许昌绕城改建工程二标拖欠民工工资", "G311许昌绕城改建工程二标"),
        ("在郑万高铁桐柏山隧道二号斜井喷浆，三个月没给钱", "郑万高铁桐柏山隧道二号斜井"),
        ("我在禹州市清水古镇改造上砌石头，工钱没给", "清水古镇改造"),
        ("我代表鸿远国际二期项目部的18名工人反映拖欠工资", "鸿远国际二期"),
        ("从贵州来修铝厂赤泥库，一年了没给钱", "铝厂赤泥库"),
        ("在舞钢市龙泉湖游步道施工铺石板，欠我们三万", "龙泉湖游步道"),
        ("新疆哈密市风电场道路工程拖欠农民工工资", "风电场道路工程"),
        ("我叫张三，在老木匠大院那个工地干活，王老板欠我8000块", "老木匠大院"),
    ],
)
def test_a_site_is_named_to_its_end(
    district_interpreter: LocalInterpreter, text: str, project: str
) -> None:
    """Buildings, lots and what is made of a place belong to its name."""
    assert as_dict(district_interpreter.read(text, DAY))["project"] == project


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("公司在郑州市金水区农业路信合大厦12楼，欠我工资", "郑州市金水区农业路信合大厦12楼"),
        ("校区在涧西区新都汇广场写字楼A座7层，课时费没结", "涧西区新都汇广场写字楼A座7层"),
        ("老板叫我去贵州毕节修路，干了七个月一分钱没给", "贵州毕节"),
        ("在贵州省黔东南州剑河县打隧道，工资没给", "贵州省黔东南州剑河县"),
        ("在湖南省湘西土家族苗族自治州吉首市干活没给钱", "湖南省湘西土家族苗族自治州吉首市"),
        ("我在东莞厚街锐步鞋厂上班，两个月没发工资", "东莞"),
    ],
)
def test_where_the_work_was(
    district_interpreter: LocalInterpreter, text: str, location: str
) -> None:
    """The floor of an office, far prefectures in full; of a town without 镇 only the city is known."""
    assert as_dict(district_interpreter.read(text, DAY))["location"] == location


def test_an_office_is_no_site(district_interpreter: LocalInterpreter) -> None:
    """Nobody builds the tower in which a firm has its rooms."""
    text = "公司在郑州市金水区农业路信合大厦12楼，天天照常上班，欠我三个月工资"
    assert as_dict(district_interpreter.read(text, DAY))["project"] is None


@pytest.mark.parametrize(
    ("text", "employers"),
    [
        ("我叫段建设，老板贺三喜欠我工资", ["贺三喜"]),
        ("早上去上班发现佳宝童装厂贴了封条，工资没发", ["佳宝童装厂"]),
        ("我们是长垣县宏起起重机械厂的职工，九个月没发工资", ["宏起起重机械厂"]),
        ("巩义市金箭铝业长期拖欠工人工资", ["金箭铝业"]),
        ("荥阳市宏筑门窗厂老板赖账，两年要不来钱", ["宏筑门窗厂"]),
        ("老板是尚金山，欠我四千六", ["尚金山"]),
        ("九个人就等着这个钱，老板是鲁建国", ["鲁建国"]),
        ("郸城县仁和民营医院拖欠护士工资半年之久", ["仁和民营医院"]),
        ("反映商水县育才双语学校欠教师工资一年多", ["育才双语学校"]),
        ("我丈夫在渑池县英豪铝矿开铲车，工资没给", ["英豪铝矿"]),
        ("老板姓仝，仝老板签了字按了手印，欠我们287000元", ["仝老板"]),
        ("县老君台中学新校区工地23名木工的血汗钱谁来管", []),
        ("远翔再生铅厂欠10名民工工资", ["远翔再生铅厂"]),
        ("队长操国良欠我们工资", ["操国良"]),
        ("带班的时桂香没给我们结账", ["时桂香"]),
        ("我在二七区大学路分店做后厨，公司是嘉舜餐饮管理公司，工资没发", ["嘉舜餐饮管理公司"]),
    ],
)
def test_who_owes(district_interpreter: LocalInterpreter, text: str, employers: list[str]) -> None:
    """Neither the writer nor a branch, a verb or a sum of money owes."""
    assert as_dict(district_interpreter.read(text, DAY))["employer"] == employers


def test_where_a_driver_goes_is_no_workplace(district_interpreter: LocalInterpreter) -> None:
    """A route has two ends, and the work was at neither."""
    text = "给捷骅物流有限公司跑郑州到乌鲁木齐专线，两个月工资没给"
    assert as_dict(district_interpreter.read(text, DAY))["location"] is None


def test_a_city_belongs_to_a_firms_legal_name(district_interpreter: LocalInterpreter) -> None:
    """The head of the name is not where the work was."""
    found = as_dict(district_interpreter.read("投诉开封市顺途安物流有限公司拖欠司机工资", DAY))
    assert (["开封市顺途安物流有限公司"], None) == (found["employer"], found["location"])


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("工资没给，跟我一块走的还有两个小姑娘", None),
        ("干完发了500元红包。我们6个人合计15800元，请政府帮忙催要", 15_800),
        ("被老乡包工头坑了一万八，盼领导帮助", 18_000),
        ("三个月工资没给，来回一趟几百块，实在跑不起", None),
        ("欠我们的工钱加一块两万", 20_000),
        ("完工了，他欠我1.6万人工费，没有写欠条", 16_000),
        ("工资两万三，现在老板说亏本了只给一半", 23_000),
        ("地址在高新区翠竹街创意岛B座1107。3月至6月工资全部没有发放", None),
        ("口袋里就剩几百块钱，老板欠我工资不给", None),
        ("到现在没发过整月工资，每次都发五百一千的生活费", None),
        ("干完之后工钱三万八拖到现在，中间给过一次两千块钱路费", 38_000),
        ("压着我的工资，加上服装费一共4300元没退", 4_300),
        ("一线工人工资120余万元无人问津", 1_200_000),
        ("1月和2月的工资共13200元扣下抵罚款。两个违章才四百块钱！", 13_200),
        (
            "走的时候只按12元算，而且12元的也还没发。中介说厂里没结账，厂里说早就打给中介了，推来推去",
            None,
        ),
        ("七十多名工人5个月工资没人付。项目部只答应按每人三千先垫付", None),
        ("2月份的工资一直压着，还要每人完成三千块的充值卡任务", None),
        ("村里18个妇女没拿到工钱。最多的一个人欠四千多，最少的也有两千", None),
        ("走时只给了三千，说剩下的10160元打到卡里，现在不接电话", 10_160),
        ("干到十一月，他说还没算账。35000能不能年前要回来？", 35_000),
    ],
)
def test_which_sum_is_owed(
    district_interpreter: LocalInterpreter, text: str, amount: float | None
) -> None:
    """一块 is together, the way costs nothing that is owed, and a sum asked for is the rest."""
    found = as_dict(district_interpreter.read(text, DAY))
    assert (amount, None) == (found["amount"], found["wage_rate"])


def test_a_low_wage_is_no_debt(district_interpreter: LocalInterpreter) -> None:
    """What a month brings, said in passing."""
    text = "公司拖欠我们21名保安三个月工资，工资本来就低，才1900元，还要自己买衣服"
    assert as_dict(district_interpreter.read(text, DAY))["amount"] in (None, 21 * 3 * 1900)


def test_a_wage_said_twice_is_no_debt(district_interpreter: LocalInterpreter) -> None:
    """What a month brings is not what eight months came to."""
    text = "扫大街一个月600块。从过完年到现在，八个月一分没发。六百块钱对你们当官的不算啥"
    found = as_dict(district_interpreter.read(text, DAY))
    assert 600 == found["wage_rate"]
    assert found["amount"] in (None, 4_800)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("和我一样被欠工资的老师至少有十几个", [10, 19]),
        ("我们这一片有四十几个环卫工没发工资", [40, 49]),
        ("外墙保温班组，15个河南人，欠12万", 15),
        ("木工9个瓦工6个，总共15人，都没给钱", 15),
        ("保安11人保洁6人，都是欠三个月", 17),
        ("除了我，还有三个人没拿到工资", 4),
        ("光我一个，缺俩月的工资", 1),
        ("工资没发，目前40余名员工欠薪", 40),
        ("我们三十多人家里都等着买年货，工资没给", 30),
        ("我带着村里28人去种树，工资没给", 28),
        ("完工了，他欠我1.6万人工费", None),
        ("木工组七名，钢筋组五名，都没发工资", 12),
        ("我和我媳妇，半年没发工资", 2),
        ("御河名邸5号楼农民工工资被拖欠，求助", None),
        ("四十多个工人走了一半。我一个人就被欠了16500", 40),
        ("工资没发，老板名下还有三个公司", None),
    ],
)
def test_how_many_people(
    district_interpreter: LocalInterpreter, text: str, people: object
) -> None:
    """All told comes before the parts, the writer counts, firms are no people."""
    assert as_dict(district_interpreter.read(text, DAY))["headcount"] == people


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("河南籍装修工三年讨薪未果", 36),
        ("之前两个月的工资不给了，说抵医药费", 2),
        ("工资三个月是19500，没有给", 3),
        ("工资没给，仲裁申请交了快一个月了还没排上", None),
        ("从去年腊月到现在整整十个月没见钱", 10),
        ("敬老院工程完工两年，工人工资仍无着落", 24),
        ("每人都压着两个月的工资", 2),
        ("绿化工人讨薪两年无果", 24),
        ("俺们的工钱半年了还没影", 6),
        ("离职三个月了公司还不结工资", 3),
        ("全厂停薪三个月", 3),
    ],
)
def test_how_long(district_interpreter: LocalInterpreter, text: str, months: object) -> None:
    """How long wages are owed, not how long an office has known."""
    assert as_dict(district_interpreter.read(text, DAY))["months"] == months


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2017年5月进场，9月底支模全部干完，余下的79600元打了欠条", ["2017-05", "2017-09"]),
        ("大桥加固今年4月开工，10月通车，还有32万元没有领到", ["2019-04", "2019-10"]),
        ("剩余工资答应中秋付，中秋没付又说元旦", None),
        ("我们从3月份上到6月放假，课时费没发", ["2019-03", "2019-06"]),
        ("2019年2月进9号楼支模板，8月底拆完模退场，还差21万", ["2019-02", "2019-08"]),
        ("学校自2019年9月开学以来就没有按月发过工资", ["2019-09", None]),
        ("我们的工资从2018年8月拖到现在", ["2018-08", None]),
        ("厂子从今年7月开始就不正常发钱", ["2019-07", None]),
    ],
)
def test_from_when_to_when(
    district_interpreter: LocalInterpreter, text: str, period: object
) -> None:
    """Work begins and ends; a broken promise is no time of work."""
    assert as_dict(district_interpreter.read(text, DAY))["period"] == period


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("白痴，我刚才说过了", Intent.ABUSE),
        ("滚，别再给我发了", Intent.ABUSE),
        ("一群饭桶，拿着我们的税钱不干事", Intent.ABUSE),
        ("人社局就是老板养的一条狗", Intent.ABUSE),
        ("你们劳动局就是一窝老鼠，跟老板穿一条裤子", Intent.ABUSE),
        ("不给钱老子点了他们的办公楼，油都拉来了", Intent.DANGER),
        ("你他妈会不会说人话", Intent.ABUSE),
        ("要不到钱我就跳黄河，说到做到", Intent.DANGER),
        ("我今天非捅了那个姓周的不可", Intent.DANGER),
        ("跳进黄河也洗不清了", Intent.OUT_OF_SCOPE),
        ("他把我拉黑了，人跟死了一样没动静，工资没给", Intent.COMPLAINT),
        ("我在楼顶干防水的，欠了六千", Intent.COMPLAINT),
        ("我来登记一下欠薪的事", Intent.COMPLAINT),
        ("包工头就是个王八蛋，欠我一万二", Intent.COMPLAINT),
        ("狗日的老板欠我三个月工资不给", Intent.COMPLAINT),
    ],
)
def test_what_leads(district_interpreter: LocalInterpreter, text: str, intent: Intent) -> None:
    """Danger first; an insult with a guess beside it is an insult, with a complaint a complaint."""
    assert district_interpreter.read(text, DAY).intent is intent
