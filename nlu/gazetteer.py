"""Names of provinces, cities and counties: public names (GB/T 2260).

Provinces and cities stand here without the suffix that people often drop, Henan with all its
counties because the writers work there. Every other county that there is or was comes, with its
suffix, from the table that python-stdnum keeps for identity numbers (`docs/adr/0023`).
"""

import re
from importlib.resources import files

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃"
    " 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
PROVINCES = tuple(_PROVINCES.split())
_HENAN_CITIES = "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源"
HENAN_CITIES = tuple(_HENAN_CITIES.split())
_HENAN_COUNTIES = (
    "中原区 二七区 管城区 金水区 上街区 惠济区 中牟县 巩义市 荥阳市 新密市 新郑市 登封市 龙亭区 顺河区 鼓楼区 禹王台区 祥符区 杞县 通许县"
    " 尉氏县 兰考县 老城区 西工区 瀍河区 涧西区 吉利区 洛龙区 孟津县 孟津区 新安县 栾川县 嵩县 汝阳县 宜阳县 洛宁县 伊川县 偃师市 偃师区"
    " 新华区 卫东区 石龙区 湛河区 宝丰县 叶县 鲁山县 郏县 舞钢市 汝州市 文峰区 北关区 殷都区 龙安区 安阳县 汤阴县 滑县 内黄县 林州市"
    " 鹤山区 山城区 淇滨区 浚县 淇县 红旗区 卫滨区 凤泉区 牧野区 新乡县 获嘉县 原阳县 延津县 封丘县 长垣市 长垣县 卫辉市 辉县市 解放区 中站区"
    " 马村区 山阳区 修武县 博爱县 武陟县 温县 沁阳市 孟州市 华龙区 清丰县 南乐县 范县 台前县 濮阳县 魏都区 建安区 鄢陵县 襄城县 禹州市 长葛市"
    " 源汇区 郾城区 召陵区 舞阳县 临颍县 湖滨区 陕州区 渑池县 卢氏县 义马市 灵宝市 宛城区 卧龙区 南召县 方城县 西峡县 镇平县 内乡县 淅川县"
    " 社旗县 唐河县 新野县 桐柏县 邓州市 梁园区 睢阳区 民权县 睢县 宁陵县 柘城县 虞城县 夏邑县 永城市 浉河区 平桥区 罗山县 光山县 新县 商城县"
    " 固始县 潢川县 淮滨县 息县 川汇区 淮阳区 扶沟县 西华县 商水县 沈丘县 郸城县 太康县 鹿邑县 项城市 驿城区 西平县 上蔡县 平舆县 正阳县 确山县"
    " 泌阳县 汝南县 遂平县 新蔡县 高新区 伊滨区 经开区 开发区 郑东新区 航空港区 市中区 市北区 市南区 经济技术开发区"
)
HENAN_COUNTIES = tuple(_HENAN_COUNTIES.split())
_OTHER_CITIES = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 鄂尔多斯"
    " 沈阳 大连 鞍山 抚顺 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴"
    " 金华 衢州 舟山 台州 丽水 义乌 昆山 合肥 芜湖 蚌埠 淮南 马鞍山 安庆 阜阳 宿州 六安 亳州 福州 厦门 泉州 漳州 南昌 九江 赣州 济南 青岛 淄博"
    " 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲"
    " 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 吉首 湘西 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 茂名 肇庆 清远 南宁 柳州"
    " 桂林 海口 三亚 成都 绵阳 德阳 宜宾 南充 贵阳 遵义 昆明 曲靖 大理 西安 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 铜川 兰州 天水 西宁 银川"
    " 乌鲁木齐 喀什 伊犁 昌吉 克拉玛依 吐鲁番 哈密 阿克苏 库尔勒 石河子 阿勒泰 塔城 赤峰 通辽 呼伦贝尔 巴彦淖尔 乌兰察布 乌海 本溪 丹东 锦州 营口"
    " 阜新 辽阳 盘锦 铁岭 葫芦岛 四平 辽源 松原 白城 延边 齐齐哈尔 鸡西 鹤岗 双鸭山 佳木斯 七台河 牡丹江 黑河 绥化 淮北 铜陵 滁州 池州 宣城 莆田 南平"
    " 龙岩 宁德 景德镇 萍乡 新余 鹰潭 吉安 抚州 上饶 恩施 仙桃 潜江 韶关 梅州 汕尾 河源 潮州 揭阳 云浮 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州"
    " 河池 崇左 儋州 自贡 攀枝花 泸州 广元 遂宁 内江 乐山 眉山 广安 达州 雅安 巴中 资阳 凉山 六盘水 毕节 铜仁 玉溪 昭通 丽江 普洱 临沧 楚雄"
    " 西双版纳 拉萨 日喀则 昌都 林芝 那曲 嘉峪关 金昌 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 海东 石嘴山 吴忠 中卫"
    " 固原 白银 白山 通化 伊春 大兴安岭 三明 保山 莱芜 神农架 和田 黔东南 黔西南 黔南 甘孜 阿坝 红河 文山 德宏 怒江 迪庆 甘南 海西"
    " 海北 黄南 果洛 玉树 巴音郭楞 博尔塔拉 克孜勒苏 锡林郭勒 兴安盟 阿拉善 常熟 张家港 太仓 江阴 宜兴 慈溪 余姚 诸暨 温岭 海宁 桐乡 瑞安 乐清 晋江 石狮"
    " 福清 即墨 胶州 寿光 滕州 霸州 高碑店 定州 韩城 神木 府谷 准格尔 顺德 增城 花都 虎门 泽州"
)
OTHER_CITIES = tuple(_OTHER_CITIES.split())

_ROW = re.compile(r'^\s+\d{4} county="(.+)"$', re.MULTILINE)
_PERIOD = re.compile(r"\[[\d-]*\]")
_PLAIN_WORDS = re.compile(r"市辖区|县|.*直辖.*|.区|[工矿农林]业?区")
"""Entries that are no names: 郊区, 城区 and 县 say nothing of where."""


def counties() -> tuple[str, ...]:
    """Every county, district and banner of China with its suffix, former ones too."""
    table = files("stdnum").joinpath("cn/loc.dat").read_text("utf-8")
    names = {_PERIOD.sub("", name) for row in _ROW.findall(table) for name in row.split(",")}
    return tuple(sorted(n for n in names if n[-1] in "县区市旗" and not _PLAIN_WORDS.fullmatch(n)))
