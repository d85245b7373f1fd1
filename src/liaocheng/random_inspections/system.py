"""S30: 双随机、一公开, of all departments that regulate the market."""

from guangyue.inspections.demands import DrawAtRandom, NameSpecialFields, Work
from guangyue.systems.system import System
from liaocheng.city import MARKET
from liaocheng.random_inspections.document import ONE_WINDOW, RANDOM_INSPECTIONS
from liaocheng.random_inspections.examples import answer

# The clause excepts special fields and names none; these are the usual ones of market regulation.
SPECIAL_FIELDS = (
    ("medicines", "药品、疫苗"),
    ("special-equipment", "特种设备"),
    ("dangerous-chemicals", "危险化学品"),
)

CLAUSE = RANDOM_INSPECTIONS.clause

SYSTEM = System(
    number="S30",
    title="双随机、一公开",
    documents=(RANDOM_INSPECTIONS, ONE_WINDOW),
    led_by=(MARKET,),
    demands=(
        NameSpecialFields(SPECIAL_FIELDS, "特殊重点领域以外，检查对象都由抽取产生", cites=CLAUSE("一（二）")),
        DrawAtRandom(Work.ITEMS, "抽查事项清单，重点、一般分类，向社会公开", CLAUSE("二（二）1")),
        DrawAtRandom(Work.POOLS, "检查对象、执法人员名录库，动态管理", CLAUSE("二（二）2")),
        DrawAtRandom(Work.ITEMS, "逐项的抽查细则", CLAUSE("二（二）3")),
        DrawAtRandom(Work.PLANS, "年度抽查计划，1 月底前备案、公开", CLAUSE("二（三）1")),
        DrawAtRandom(Work.DRAWS, "公开、公正地抽取对象，匹配人员", CLAUSE("二（三）2")),
        DrawAtRandom(Work.VISITS, "检查方式、委托检查、全过程留痕", CLAUSE("二（三）3")),
        DrawAtRandom(Work.RESULTS, "完成后 20 个工作日内录入、公示", CLAUSE("二（三）4")),
        DrawAtRandom(Work.PLANS, "部门联合抽查，进一次门、查多项事", CLAUSE("二（四）")),
        DrawAtRandom(Work.CLUES, "个案线索立即检查，专项检查纳入抽查", CLAUSE("二（五）")),
        DrawAtRandom(Work.PROGRESS, "调度通报进展，年底专题上报", CLAUSE("三（一）")),
        DrawAtRandom(Work.DUTIES, "尽职照单免责、失职照单问责", CLAUSE("三（二）")),
        DrawAtRandom(Work.PLANS, "跨部门联合监管", ONE_WINDOW.clause("五（三十八）")),
    ),
    examples=answer,
    leaves={
        "聊政发〔2019〕14号 通知前言": "印发通知的话，不需系统",
        "聊政发〔2019〕14号 前言": "说明依据，不需系统",
        "聊政发〔2019〕14号 一（一）": "指导思想，由各项工作体现",
        "聊政发〔2019〕14号 一（三）": "各年目标，由抽查进展页面的覆盖、公示统计体现",
        "聊政发〔2019〕14号 二（一）": "省工作平台由省建设；本系统的事项带省级编码，批次和结果可以导出",
        "聊政发〔2019〕14号 三（三）": "培训、宣传由部门组织；执法资格在执法人员名录库里登记",
    },
)
