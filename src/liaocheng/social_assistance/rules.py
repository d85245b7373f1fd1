"""Floors, bands and who may be taken in, in the order of section 三."""

from guangyue.rules.authoring import MONTH, need, rule
from guangyue.rules.facts import Facts, day, flag, money, number, word
from guangyue.rules.parameters import money_figure
from guangyue.rules.rulebook import Rulebook
from guangyue.rules.symbols import Amount, Day, at_least, choose, share
from liaocheng.social_assistance.document import OPINION

URBAN, RURAL = "城市", "农村"
SEVERE, OTHER = "重度", "其他"
CARE_GRADES = ("全自理", "半护理", "全护理")

DIBAO_URBAN = money_figure("dibao_urban", "城市低保月标准")
DIBAO_RURAL = money_figure("dibao_rural", "农村低保月标准")
LAST_YEARS_WAGE = money_figure("min_wage_last_year", "上年度月最低工资标准")


class Standard(Facts):
    """一个县公布的救助标准."""

    area = word("城乡", (URBAN, RURAL))
    monthly = money("基本生活标准（每月）")
    care = money("照料护理标准（每月）")
    grade = word("自理能力", CARE_GRADES)
    former = money("原标准")
    reason = flag("低于原则上的下限，已写明理由")


class Needy(Facts):
    """求助的人和家庭."""

    low_income = flag("低收入家庭")
    disability = word("残疾程度", (SEVERE, OTHER))
    seriously_ill = flag("重病")
    applied = flag("本人申请")
    birth = day("出生日期")
    recognised = flag("认定为特困人员")
    burden_decided = flag("镇街或县认定支出负担过重")
    multiple = number("救助标准倍数")
    also_dibao = flag("同月享受低保")


@rule(cites=OPINION.clause("三（一）"), title="单人保", per=MONTH, key="danrenbao")
def alone(person: Needy) -> None:
    """A severely disabled or seriously ill member of a low-income household, who asks for it."""
    need("低收入家庭", person.low_income, code="NOT_IN_SCOPE")
    need("重度残疾或重病", person.disability.among(SEVERE) | person.seriously_ill, code="NOT_IN_SCOPE")
    need("本人申请", person.applied, code="NOT_IN_SCOPE")


@rule(cites=OPINION.clause("三（一）"), title="特困未成年人", per=MONTH, key="tekun_minor")
def minor(person: Needy, on: Day) -> None:
    """Below the eighteenth birthday."""
    need("未满十八周岁", on < person.birth.plus(years=18), code="AGE")


@rule(cites=OPINION.clause("三（二）"), title="特困人员基本生活标准", per=MONTH, key="tekun_floor")
def basic_standard(standard: Standard, on: Day) -> Amount:
    """Not below 1.3 times the minimum living standard of town or country, in principle."""
    floor = choose(
        (standard.area.among(URBAN), at_least(DIBAO_URBAN.at(on) * share(13, 10))),
        otherwise=at_least(DIBAO_RURAL.at(on) * share(13, 10)),
    )
    need(
        "不低于低保标准的1.3倍，或已写明理由",
        (standard.monthly >= floor) | standard.reason,
        code="UNDER_FLOOR",
    )
    return floor


@rule(cites=OPINION.clause("三（二）"), title="特困人员照料护理标准", per=MONTH, key="care_floor")
def care_standard(standard: Standard, on: Day) -> Amount:
    """Not below a tenth, a sixth, a third of last year's minimum wage, in principle."""
    wage = LAST_YEARS_WAGE.at(on)
    floor = choose(
        (standard.grade.among("全自理"), at_least(wage * share(1, 10))),
        (standard.grade.among("半护理"), at_least(wage * share(1, 6))),
        otherwise=at_least(wage * share(1, 3)),
    )
    need(
        "不低于规定比例，或已写明理由",
        ~standard.care.known | (standard.care >= floor) | standard.reason,
        code="UNDER_FLOOR",
    )
    return floor


@rule(cites=OPINION.clause("三（二）"), title="低保标准调整", key="dibao_adjust")
def adjustment(standard: Standard) -> Amount:
    """Upward, or not at all."""
    need("新标准不低于原标准", standard.monthly >= standard.former, code="UNDER_FLOOR")
    return standard.monthly


@rule(cites=OPINION.clause("三（二）"), title="支出型临时救助（重特大疾病）", key="temp_illness")
def illness(person: Needy, on: Day) -> Amount:
    """Three to twelve times the urban standard, wherever the family lives."""
    need("三至十二倍", person.multiple >= 3, person.multiple <= 12, code="OUT_OF_BAND")
    return DIBAO_URBAN.at(on) * person.multiple


@rule(cites=OPINION.clause("三（二）"), title="支出型临时救助（教育费用）", key="temp_education")
def education(person: Needy, on: Day) -> Amount:
    """Three to six times the urban standard."""
    need("三至六倍", person.multiple >= 3, person.multiple <= 6, code="OUT_OF_BAND")
    return DIBAO_URBAN.at(on) * person.multiple


RULES = Rulebook((alone, minor, basic_standard, care_standard, adjustment, illness, education))
BANDS = {"temp_illness": (3, 12), "temp_education": (3, 6)}
