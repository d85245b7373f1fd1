"""S15: powers handed down to the development zones."""

from guangyue.empowerments.demands import EmpowerBodies, Keeping, KeepPowers
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, ECONOMIC_ZONE, HIGH_TECH_ZONE
from liaocheng.delegated_powers.document import (
    DIRECT_MATTERS,
    NEW_MATTERS,
    ONE_WINDOW,
    POWERS,
    WORKING_DAYS,
)
from liaocheng.delegated_powers.examples import answer

LEAVES = {
    "聊政字〔2021〕8号 前言": "说明依据和发文范围，没有要办的事",
    "聊政字〔2021〕8号 一": "总体要求，由后面的条款落实",
    "聊政字〔2021〕8号 三（一）": "要求各方重视、密切配合，没有另外要办的事",
    "聊政字〔2021〕8号 三（三）": "减材料、减环节、减时限由事项库（S10）按事项版本计量，开发区的事项一并计入",
    "聊政办字〔2019〕35号 五（三十六）": "省级用地审批权委托五个县（市）承接，由用地审批（S16）办理",
}

SYSTEM = System(
    number="S15",
    title="赋权下放",
    documents=(ONE_WINDOW, POWERS),
    led_by=(APPROVAL,),
    demands=(
        EmpowerBodies(
            document=POWERS,
            bodies=(ECONOMIC_ZONE, HIGH_TECH_ZONE),
            days=WORKING_DAYS,
            new_matters=NEW_MATTERS,
            direct_matters=DIRECT_MATTERS,
            cites=POWERS.clause("二（一）"),
        ),
        KeepPowers(Keeping.LISTS, "两份清单分别核对项数，不能重复", cites=POWERS.clause("二（一）")),
        KeepPowers(Keeping.STOPPING, "社会管理事项开发区不再实施", cites=POWERS.clause("二（一）")),
        KeepPowers(Keeping.WAYS, "管委会承接，备注注明的部分才赋权", cites=POWERS.clause("二（二）")),
        KeepPowers(Keeping.PIECES, "协议、二号章、平台权限和公告齐全才行使", cites=POWERS.clause("二（三）")),
        KeepPowers(Keeping.KIT, "事中事后监管细则、手册和指南", cites=POWERS.clause("二（四）")),
        KeepPowers(Keeping.CLOCK, "印发后三十个工作日落实", cites=POWERS.clause("三（二）")),
        KeepPowers(Keeping.WAYS, "代为收件、委托下放", cites=ONE_WINDOW.clause("一（四）")),
        KeepPowers(Keeping.WAYS, "受上级委托收件", cites=ONE_WINDOW.clause("四（二十九）")),
    ),
    examples=answer,
    leaves=LEAVES,
)
