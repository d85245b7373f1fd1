"""S42: the plan for heavy pollution."""

from guangyue.alerts.demands import HoldTo, OrderMeasures, WeighForecasts
from guangyue.systems.system import System
from liaocheng.city import ECOLOGY
from liaocheng.heavy_pollution.document import POLLUTION_PLAN
from liaocheng.heavy_pollution.examples import answer
from liaocheng.heavy_pollution.plan import PLAN
from liaocheng.heavy_pollution.scheme import SCHEME

CLAUSE = POLLUTION_PLAN.clause

SYSTEM = System(
    number="S42",
    title="重污染天气监测预警和应急处置",
    documents=(POLLUTION_PLAN,),
    led_by=(ECOLOGY,),
    demands=(
        WeighForecasts(PLAN, cites=CLAUSE("3.1")),
        OrderMeasures(SCHEME, cites=CLAUSE("4.4")),
        HoldTo("index", "AQI 按 HJ 633—2012 计算，大于 200 为重污染", CLAUSE("1.3")),
        HoldTo("lines", "按生产线限产、轮流停产、自证减排、清洁煤", CLAUSE("2.2")),
        HoldTo("consultation", "会商的频次", CLAUSE("3.2")),
        HoldTo("publication", "提前 24 小时、内容齐全、按级别审批", CLAUSE("3.3.1")),
        HoldTo("adjustment", "间隔不到 36 小时的过程合并、从严调整、解除条件", CLAUSE("3.3.2")),
        HoldTo("counties", "县（市、区）3 小时内通知到部门", CLAUSE("4.2")),
        HoldTo("ratios", "四种污染物的减排比例核算", CLAUSE("4.3")),
        HoldTo("grades", "按绩效等级差异化管控", CLAUSE("4.4.1.1")),
        HoldTo("guarantees", "保障类企业以热定产、以量定产", CLAUSE("4.4.1.2")),
        HoldTo("projects", "保障类工程不全面停工", CLAUSE("4.4.1.3")),
        HoldTo("eligibility", "保障类的资格和确定单位", CLAUSE("4.6")),
        HoldTo("micro", "小微涉气企业的认定", CLAUSE("4.7")),
        HoldTo("ending", "预警解除后终止响应", CLAUSE("4.8")),
        HoldTo("reports", "县（市、区）3 个工作日内报送响应情况", CLAUSE("4.9")),
        HoldTo("media", "2 小时内向社会公布", CLAUSE("5.2")),
        HoldTo("commanders", "指挥长、副指挥长、办公室主任的签批职务", CLAUSE("6.1")),
        HoldTo("county_warnings", "市级预警没有生效时，县（市、区）为本区域发布预警", CLAUSE("6.2.4")),
        HoldTo("drills", "每年采暖季前演练一次，演练后评估", CLAUSE("7")),
        HoldTo("trainings", "预案培训的对象和内容", CLAUSE("9.2")),
        HoldTo("filings", "各类预案的备案，没有备案的县（市、区）列名", CLAUSE("9.3")),
        HoldTo("revisions", "预案修订的情形，30 天内决定", CLAUSE("9.4")),
    ),
    examples=answer,
    leaves={
        "通知前言": "印发通知的话，不需系统",
        "2.1": "秋冬季的专项行动由各部门开展",
    },
)
