"""A city that is nobody's: one campaign with a field of each kind, a long-stop and a check."""

from datetime import date

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit, Unit
from guangyue.ledgers.demands import RunCampaign
from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Completions, Judged, LongStop, Proposal
from guangyue.systems.examples import Given
from guangyue.systems.system import City, System

CITED = Clause("某政办字〔2026〕1号", "二")
STOP = date(2026, 12, 31)


def propose(problem: Judged) -> Proposal:
    if problem.kind != "违建":
        return Proposal()
    part = LongStop("断电", date(2026, 6, 30), CITED)
    return Proposal("违建", ("拆除", "恢复"), (LongStop("拆完", STOP, CITED),), (part,))


PLAN = CampaignPlan(
    key="small",
    title="违建整治",
    cites=CITED,
    since=date(2026, 1, 1),
    until=STOP,
    led_by=(),
    classes=("违建", "脏乱"),
    zones=("东", "西"),
    sources=("排查", "群众举报"),
    measures=("拆除", "恢复", "清扫"),
    fields=(
        LedgerField("owner", "业主", required=True),
        LedgerField("storeys", "层数", FieldKind.NUMBER, unit="层"),
        LedgerField("built_on", "建成日期", FieldKind.DAY),
        LedgerField("use", "用途", FieldKind.CHOICE, ("住宅", "仓库")),
        LedgerField("let", "出租", FieldKind.YES_NO),
    ),
    checks=("公示",),
    propose=propose,
    completions=Completions(
        registered_within=Limit(3, Unit.WORKING_DAY),
        drawn_up_within=Limit(15, Unit.DAY),
        accepted_within=Limit(10, Unit.WORKING_DAY),
        tips_answered_within=Limit(10, Unit.WORKING_DAY),
        after_the_stop=30,
    ),
    completed_by=("没有印明的从严",),
)


def no_examples(given: Given, asked: object) -> dict[str, object]:
    return {}


CITY = City(
    name="某市",
    regions=(),
    organisations=(),
    names=(),
    sightings=(),
    systems=(
        System(
            number="S00",
            title="违建整治",
            documents=(),
            led_by=(),
            demands=(RunCampaign(PLAN),),
            examples=no_examples,
        ),
    ),
)
