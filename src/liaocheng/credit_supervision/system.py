"""S32: credit for the whole city; what a sector wants beside that, it declares itself."""

from guangyue.credit.declaration import Kind
from guangyue.credit.demands import (
    ApplyMeasure,
    GradeSubjects,
    KeepCredit,
    Keeping,
    RecordConduct,
)
from guangyue.gazette.document import Clause
from guangyue.systems.system import System
from liaocheng.city import BIG_DATA, DEVELOPMENT_AND_REFORM, MARKET
from liaocheng.credit_supervision import kinds
from liaocheng.credit_supervision.document import (
    ASSISTANCE,
    DIGITAL_CITY,
    EMPLOYMENT_FUND,
    ENERGY,
    MY_LIAOCHENG,
    ONE_WINDOW,
    RANDOM_INSPECTION,
    RURAL_CREDIT,
    WASTE_SORTING,
    WORK_PLAN,
)
from liaocheng.credit_supervision.examples import answer
from liaocheng.credit_supervision.grading import MARKET_CLASSES
from liaocheng.credit_supervision.measures import MEASURES

BY_CREDIT = ONE_WINDOW.clause("五（四十）")
BY_RISK = RANDOM_INSPECTION.clause("二（三）2")
ON_RECORD = RANDOM_INSPECTION.clause("一（二）")
BASE_LIBRARY = DIGITAL_CITY.clause("五（一）")
BANKS = DIGITAL_CITY.clause("五（三）")

RECORDED: tuple[tuple[Kind, Clause], ...] = (
    (kinds.PENALTY, ON_RECORD),
    (kinds.FINDING, RANDOM_INSPECTION.clause("二（三）4")),
    (kinds.HIGH_RISK, BY_RISK),
    (kinds.PERMIT, ONE_WINDOW.clause("四（二十二）")),
    (kinds.AID_FRAUD, ASSISTANCE.clause("三（八）")),
    (kinds.SUBSIDY_FRAUD, EMPLOYMENT_FUND.clause("第四十八条第二款")),
    (kinds.UNSORTED_WASTE, WASTE_SORTING.clause("四（三）2")),
    (kinds.BROKEN_PROMISE, ASSISTANCE.clause("三（八）")),
    (kinds.AGENCY_DEFAULT, WORK_PLAN.clause("十一48（4）")),
    (kinds.HONOUR, BY_CREDIT),
    (kinds.RED_LIST, BY_CREDIT),
    (kinds.BLACK_LIST, BY_CREDIT),
    (kinds.WHITE_LIST, ENERGY.clause("三（十八）")),
    (kinds.EVADED_DEBT, ENERGY.clause("三（十九）")),
)

SYSTEM = System(
    number="S32",
    title="信用监管与联合惩戒",
    documents=(
        ONE_WINDOW,
        RANDOM_INSPECTION,
        ASSISTANCE,
        EMPLOYMENT_FUND,
        WASTE_SORTING,
        DIGITAL_CITY,
        ENERGY,
        WORK_PLAN,
        MY_LIAOCHENG,
        RURAL_CREDIT,
    ),
    led_by=(DEVELOPMENT_AND_REFORM, MARKET, BIG_DATA),
    demands=(
        *(RecordConduct(kind, cites=cites) for kind, cites in RECORDED),
        *(ApplyMeasure(measure, cites=BY_CREDIT) for measure in MEASURES),
        GradeSubjects(MARKET_CLASSES, cites=BY_RISK),
        KeepCredit(Keeping.RECORDS, "公共信用信息由产生它的单位登记、另一个人核实", cites=BASE_LIBRARY),
        KeepCredit(Keeping.PUBLICATION, "依法应当公开的集中公示", cites=ASSISTANCE.clause("三（八）")),
        KeepCredit(Keeping.QUERIES, "部门之间凭用途共享，逐次留痕", cites=BY_CREDIT),
        KeepCredit(Keeping.APPEALS, "异议七个工作日答复，改正以后修复", cites=BY_CREDIT),
        KeepCredit(Keeping.CONSENTS, "中小微企业信用信息凭授权查询", cites=BANKS),
        KeepCredit(Keeping.STATISTICS, "归集和报送的月度统计", cites=BASE_LIBRARY),
    ),
    examples=answer,
    leaves={
        "聊政办字〔2020〕45号 三（八）26": "积分是奖励，不是信用分，不因积分拒绝服务；由“我的聊城”办理",
        "聊政办字〔2020〕48号 四（二）": "记录只增加、不改动，由审计链保护；不另建区块链",
        "聊政发〔2020〕4号 五16": "信用乡村、园区的免担保推荐由人社部门和银行办理，名单不等于贷款",
    },
)
