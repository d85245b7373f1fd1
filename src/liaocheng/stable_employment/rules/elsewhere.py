"""标准另定: measures whose amount neither document says. They are recorded, and never give a number."""

from datetime import date

from guangyue.gazette.document import Clause
from guangyue.rules.authoring import Rule, need, remark, rule
from guangyue.rules.symbols import Day
from liaocheng.stable_employment.document import PACKAGE_2019, PACKAGE_2020
from liaocheng.stable_employment.facts import Service

AMOUNT_EXTERNAL = "AMOUNT_EXTERNAL"
AFTER_2020 = date(2021, 1, 1)


def elsewhere(
    key: str, title: str, cites: Clause, since: date | None = None, until: date | None = None
) -> Rule:
    @rule(cites=cites, title=title, key=key, since=since, until=until)
    def version(on: Day) -> None:
        remark("标准另行规定", on.known, code=AMOUNT_EXTERNAL)

    return version


@rule(cites=PACKAGE_2020.clause("三11"), title="家政服务业岗位补贴", key="domestic_post")
def domestic_post(firm: Service, on: Day) -> None:
    need("劳动合同或者服务协议一年以上", firm.contract_months >= 12, code="CONTRACT_TOO_SHORT")
    remark("标准另行规定", on.known, code=AMOUNT_EXTERNAL)


RULES = (
    elsewhere("public_carrier_cost", "机关事业单位载体运营费用补助", PACKAGE_2019.clause("二（四）")),
    elsewhere("mentor_allowance", "创业导师工作补贴", PACKAGE_2019.clause("三（十）")),
    elsewhere(
        "si_rates",
        "阶段性降低失业、工伤保险费率",
        PACKAGE_2020.clause("二4"),
        AFTER_2020,
        date(2021, 4, 30),
    ),
    domestic_post,
    elsewhere("commuting", "返岗员工交通补贴", PACKAGE_2020.clause("一3")),
    elsewhere("poverty_workshop", "就业扶贫车间补助", PACKAGE_2020.clause("三9")),
    elsewhere("domestic_brand", "市级家政服务机构和品牌奖补", PACKAGE_2020.clause("三11")),
    elsewhere("skills_contest", "市级一类、二类职业技能竞赛补贴", PACKAGE_2020.clause("四13")),
    elsewhere("return_station", "返乡创业服务站奖补", PACKAGE_2020.clause("五15")),
)
