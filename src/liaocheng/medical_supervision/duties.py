"""监管职责: the thirty-one items of the document; whoever leads each and whoever helps, as it says."""

from guangyue.supervision.declaration import SupervisionDuty
from liaocheng.medical_supervision.document import OPINIONS

HEALTH, INSURANCE, MARKET = "市卫生健康委", "市医保局", "市市场监管局"
REFORM, FINANCE, STAFF, TAXES = "市发展改革委", "市财政局", "市人力资源社会保障局", "市税务局"
APPROVAL, CIVIL_AFFAIRS, EMERGENCY, AUDIT = "市行政审批局", "市民政局", "市应急局", "市审计局"
EDUCATION, ECOLOGY, WATER = "市教育体育局", "市生态环境局", "市水利局"
SCIENCE, INDUSTRY, COMMERCE = "市科技局", "市工业和信息化局", "市商务投资促进局"
CULTURE, BIG_DATA = "市文化和旅游局", "市大数据局"
POLICE, JUSTICE, BANK, BANKING = "市公安局", "市司法局", "人行聊城市中心支行", "聊城银保监分局"
COURT, PROCURACY, DISCIPLINE = "市中级人民法院", "市检察院", "市纪委监委"
PERSONNEL, STAFFING, PUBLICITY = "市委组织部", "市委编办", "市委宣传部"
INTERNET, POLITICAL_LEGAL = "市委网信办", "市委政法委"
COUNTIES, EVERYBODY = "各县（市、区）人民政府、市属开发区管委会", "各有关部门"

DIGITS = "一二三四五六七八九十"
PARTS = {7: "三", 18: "四", 27: "五", 31: "六"}  # up to which item each part goes


def _duty(number: int, title: str, *led_by: str, with_help_of: tuple[str, ...] = ()) -> SupervisionDuty:
    part = next(part for last, part in PARTS.items() if number <= last)
    return SupervisionDuty(
        number, title, led_by, with_help_of, OPINIONS.clause(f"{part}（{_in_characters(number)}）")
    )


def _in_characters(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = DIGITS[tens - 1] if tens > 1 else ""
    return f"{before}{'十' if tens else ''}{DIGITS[ones - 1] if ones else ''}"


DUTIES = (
    _duty(1, "加强党对行业的全面领导", HEALTH, with_help_of=(DISCIPLINE, PERSONNEL)),
    _duty(2, "强化政府主导责任", COUNTIES, with_help_of=(EVERYBODY,)),
    _duty(3, "明确卫生健康行政部门责任", HEALTH),
    _duty(4, "落实相关部门监管责任", EVERYBODY),
    _duty(5, "落实医疗卫生机构主体责任", HEALTH, with_help_of=(CIVIL_AFFAIRS, STAFF)),
    _duty(6, "发挥行业组织自律作用", HEALTH, CIVIL_AFFAIRS),
    _duty(7, "支持社会力量参与监督", HEALTH, with_help_of=(EVERYBODY,)),
    _duty(8, "卫生健康行政秩序", HEALTH),
    _duty(9, "医疗卫生服务审批", HEALTH, APPROVAL),
    _duty(10, "医疗服务质量和安全", HEALTH, INSURANCE, EMERGENCY),
    _duty(11, "采购和使用相关产品", HEALTH, MARKET, INSURANCE),
    _duty(12, "医疗卫生机构运行", HEALTH, FINANCE, AUDIT, REFORM, STAFF),
    _duty(13, "非营利性和营利性分类管理", HEALTH, CIVIL_AFFAIRS, FINANCE, REFORM, STAFF, TAXES),
    _duty(14, "医疗保险对医疗服务的监督", INSURANCE),
    _duty(15, "公共卫生服务", HEALTH, REFORM, EDUCATION, FINANCE, ECOLOGY, WATER, MARKET),
    _duty(16, "医疗卫生从业人员", HEALTH, APPROVAL),
    _duty(
        17,
        "医疗卫生服务行业秩序",
        *(HEALTH, INTERNET, POLITICAL_LEGAL, POLICE, JUSTICE, STAFF, MARKET, INSURANCE, BANKING),
        with_help_of=(DISCIPLINE, COURT, PROCURACY),
    ),
    _duty(
        18,
        "健康产业",
        *(HEALTH, INTERNET, REFORM, EDUCATION, SCIENCE, INDUSTRY, CIVIL_AFFAIRS, FINANCE, STAFF),
        *(COMMERCE, CULTURE, MARKET, INSURANCE),
    ),
    _duty(19, "规范行政执法机制", HEALTH, JUSTICE, POLICE, COURT, PROCURACY, DISCIPLINE),
    _duty(20, "“双随机、一公开”抽查", HEALTH, REFORM, INSURANCE, MARKET),
    _duty(
        21,
        "行业信用机制",
        *(HEALTH, REFORM, BANK, POLICE, FINANCE, STAFF, COMMERCE, MARKET, INSURANCE, TAXES, COURT, PROCURACY),
    ),
    _duty(
        22,
        "信息公开机制",
        *(HEALTH, REFORM, POLICE, FINANCE, STAFF, COMMERCE, MARKET, INSURANCE, TAXES, APPROVAL),
    ),
    _duty(
        23,
        "风险预警和应急管理",
        *(HEALTH, FINANCE, STAFF, TAXES),
        with_help_of=(INTERNET, REFORM, MARKET, BIG_DATA, INSURANCE),
    ),
    _duty(24, "网格化管理", HEALTH, POLITICAL_LEGAL),
    _duty(25, "监管结果协同运用", HEALTH, REFORM, FINANCE, STAFF, MARKET, INSURANCE),
    _duty(26, "常态化监管", HEALTH, EVERYBODY),
    _duty(27, "投诉举报处理", HEALTH, EVERYBODY),
    _duty(28, "落实综合监管责任", COUNTIES, EVERYBODY),
    _duty(29, "监管信息化", HEALTH, with_help_of=(INTERNET, REFORM, FINANCE, MARKET, BIG_DATA, INSURANCE)),
    _duty(30, "监管队伍和能力", HEALTH, PERSONNEL, STAFFING, REFORM, FINANCE, STAFF, INSURANCE),
    _duty(31, "宣传和舆论引导", HEALTH, PUBLICITY, INTERNET),
)
