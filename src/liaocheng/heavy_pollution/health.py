"""公众防护 and 倡议性 measures: what people do for their own health, and what they are asked for."""

from dataclasses import replace

from guangyue.alerts.reduction.measures import Force, Measure, RecipientKind
from liaocheng.city import EDUCATION_AND_SPORTS
from liaocheng.heavy_pollution.plan import OFF_THE_SCALE, RED
from liaocheng.heavy_pollution.steps import FROM_ORANGE, FROM_YELLOW, alike, graver, step

HEALTH = (
    Measure(
        "P1",
        "易感人群防护",
        Force.HEALTH,
        (RecipientKind.PUBLIC,),
        graver("1（1）", "留在室内，少到户外，少开窗，外出做好防护", "留在室内，少开窗，外出必须加强防护"),
    ),
    Measure(
        "P2",
        "一般人群防护",
        Force.HEALTH,
        (RecipientKind.PUBLIC,),
        graver(
            "1（2）",
            "尽量减少户外活动；室外工作的可以戴口罩、缩短时间",
            "减少或者避免户外活动；室外工作的可以戴口罩、缩短时间",
        ),
    ),
    Measure(
        "P3",
        "停止室外课程和活动",
        Force.HEALTH,
        (RecipientKind.SCHOOL,),
        alike(FROM_YELLOW, "1（3）", "停止室外课程和活动"),
        done_by=(EDUCATION_AND_SPORTS,),
    ),
    Measure(
        "P4",
        "健康防护宣传",
        Force.HEALTH,
        (RecipientKind.HOSPITAL, RecipientKind.SCHOOL),
        alike(FROM_YELLOW, "1（4）", "宣传空气重污染的应急和防护知识"),
    ),
    Measure(
        "P5",
        "医疗保障",
        Force.HEALTH,
        (RecipientKind.HOSPITAL,),
        graver("1（5）", "加强呼吸类疾病的就医指导和诊疗", "增设门诊，增加医务人员，延长工作时间"),
    ),
    Measure(
        "P6",
        "停办大型户外活动",
        Force.HEALTH,
        (RecipientKind.ORGANISER,),
        alike(FROM_ORANGE, "1（6）", "停止举办大型群众性户外活动"),
    ),
    Measure(
        "P7",
        "弹性教学",
        Force.HEALTH,
        (RecipientKind.SCHOOL,),
        alike((RED.key,), "1（7）", "根据实际情况采取弹性教学"),
        done_by=(EDUCATION_AND_SPORTS,),
    ),
    Measure(
        "P8",
        "停课",
        Force.HEALTH,
        (RecipientKind.SCHOOL,),
        {RED.key: replace(step(RED.key, "1（7）", "可以停课"), reaching=OFF_THE_SCALE)},
        done_by=(EDUCATION_AND_SPORTS,),
    ),
)

ADVICE = (
    Measure(
        "A1",
        "主动减排",
        Force.ADVICE,
        (RecipientKind.ENTERPRISE, RecipientKind.SITE),
        alike(FROM_YELLOW, "2（1）", "加强管理，提高治理效率，调整有排放的生产时间"),
    ),
    Measure(
        "A2",
        "绿色出行",
        Force.ADVICE,
        (RecipientKind.PUBLIC,),
        alike(FROM_YELLOW, "2（2）", "多乘公共交通和电动车，停车即熄火"),
    ),
    Measure(
        "A3",
        "绿色消费",
        Force.ADVICE,
        (RecipientKind.PUBLIC, RecipientKind.ENTERPRISE, RecipientKind.SITE),
        alike(FROM_YELLOW, "2（3）", "少用含挥发性有机物的涂料、油漆、溶剂"),
    ),
    Measure(
        "A4",
        "加大公交运力",
        Force.ADVICE,
        (RecipientKind.PUBLIC_TRANSPORT,),
        alike(FROM_ORANGE, "2（4）", "增加运力，提高公共交通出行率"),
    ),
)
