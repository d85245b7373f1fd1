"""S36: what is supervised, what was done, what was handed over, and what the province gets."""

from guangyue.supervision.demands import SuperviseItems, Supervising
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, BIG_DATA, GOVERNMENT_OFFICE, MARKET
from liaocheng.internet_supervision.document import DIGITAL_PLAN, MEDICAL_SUPERVISION, ONE_WINDOW, POWERS
from liaocheng.internet_supervision.examples import answer

LISTED = ONE_WINDOW.clause("五（三十九）")

SYSTEM = System(
    number="S36",
    title="互联网+监管",
    documents=(ONE_WINDOW, DIGITAL_PLAN, MEDICAL_SUPERVISION, POWERS),
    led_by=(GOVERNMENT_OFFICE, MARKET, BIG_DATA, APPROVAL),
    demands=(
        SuperviseItems(Supervising.CATALOGUE, "市县两级监管事项目录和检查实施清单", cites=LISTED),
        SuperviseItems(Supervising.POOL, "监管事项统一接入、统一反馈", cites=LISTED),
        SuperviseItems(Supervising.COVERAGE, "各部门监管事项的覆盖和沉睡", cites=LISTED),
        SuperviseItems(Supervising.TRAINING, "业务培训和账号管理", cites=LISTED),
        SuperviseItems(Supervising.EXPORTS, "配合省级对接，按省级编码报送", cites=LISTED),
        SuperviseItems(Supervising.POOL, "监管业务数据汇聚共享", cites=DIGITAL_PLAN.clause("四（二）")),
        SuperviseItems(
            Supervising.HANDOVERS, "许可当天推送给监管部门", cites=ONE_WINDOW.clause("四（二十五）")
        ),
        SuperviseItems(
            Supervising.POOL, "工程项目事前、事中、事后的监管", cites=ONE_WINDOW.clause("五（三十五）")
        ),
        SuperviseItems(
            Supervising.DEFECTS, "下放的审批纳入监管清单", cites=MEDICAL_SUPERVISION.clause("四（九）")
        ),
        SuperviseItems(
            Supervising.POOL, "监管信息互联互通、统一应用", cites=MEDICAL_SUPERVISION.clause("六（二十九）")
        ),
        SuperviseItems(Supervising.DEFECTS, "开发区制定事中事后监管细则", cites=POWERS.clause("二（四）")),
        SuperviseItems(Supervising.DEFECTS, "监管细则三十个工作日的期限", cites=POWERS.clause("三（二）")),
    ),
    examples=answer,
)
