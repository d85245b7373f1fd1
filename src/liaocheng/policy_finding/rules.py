"""What the rules of the other systems leave to the unemployment insurance, and what goes before what."""

from guangyue.rules.authoring import YEAR, need, remark, rule
from guangyue.rules.facts import Facts, flag, words
from guangyue.rules.offers import Audience, Offer
from guangyue.rules.rulebook import Rulebook
from guangyue.rules.symbols import Day
from liaocheng.policy_finding.document import EMPLOYMENT_2019, FUND_MEASURES

HARD_TO_EMPLOY, FAMILY_WITHOUT_WORK = "就业困难人员", "零就业家庭成员"
GROUPS = (HARD_TO_EMPLOY, FAMILY_WITHOUT_WORK, "其他")
INSURANCE_LIVING = "ui_training_living"


class InTraining(Facts):
    """参加培训的人员."""

    cats = words("人员类别", GROUPS)
    ui_benefit = flag("正在领取失业保险金")
    in_training = flag("正在参加培训")


@rule(
    cites=EMPLOYMENT_2019.clause("三（九）"),
    title="失业保险生活费",
    per=YEAR,
    key=INSURANCE_LIVING,
)
def living_from_insurance(person: InTraining, on: Day) -> None:
    """Whoever draws the benefit is paid by the insurance, before the fund; how much is said elsewhere."""
    need(
        "就业困难人员或者零就业家庭成员",
        person.cats.meet(HARD_TO_EMPLOY, FAMILY_WITHOUT_WORK),
        code="NOT_IN_SCOPE",
    )
    need("正在领取失业保险金", person.ui_benefit, code="UI_FIRST", cites=FUND_MEASURES.clause("第四条"))
    need("正在参加培训", person.in_training, code="NOT_IN_SCOPE")
    remark("金额按失业保险的规定执行", on.known, code="AMOUNT_EXTERNAL")


RULES = Rulebook((living_from_insurance,))
OFFERS = (
    Offer(
        key=INSURANCE_LIVING,
        audience=Audience.PERSON,
        summary="领取失业保险金期间参加培训的就业困难人员，生活费从失业保险中解决，先于就业补助资金",
        payee="本人社会保障卡银行账户",
        sensitive=True,
    ),
)
