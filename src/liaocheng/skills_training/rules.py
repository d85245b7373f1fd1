"""统筹补贴政策, 五（二十一）: how often, for which certificates, for whom."""

from datetime import date, timedelta

from guangyue.rules.authoring import ONCE, Rule, doubt, need, remark, rule
from guangyue.rules.facts import Facts, day, flag, money, number, rows, text, word
from guangyue.rules.rulebook import Rulebook
from guangyue.rules.symbols import Amount, Day
from liaocheng.documents import SKILLS_PLAN_ENDS
from liaocheng.skills_training.document import FUND_MEASURES, PLAN

KINDS = ("职业技能", "创业能力", "就业能力实训")
OF_THE_MEASURES = ("职业资格证书", "职业技能等级证书", "专项职业能力证书", "培训合格证书")
OF_THE_PLAN = (*OF_THE_MEASURES, "特种作业操作证书")


class Earlier(Facts):
    """任何部门此前给的一次培训补贴."""

    granted_on = day("补贴日期")
    occupation = text("职业（工种）")
    level = number("等级")
    kind = word("培训种类", KINDS)


class Trainee(Facts):
    """学员和本次培训."""

    student = flag("在校学生")
    draws_pension = flag("按月领取养老金")
    certificate = word("证书种类", OF_THE_PLAN)
    occupation = text("职业（工种）")
    level = number("等级")
    kind = word("培训种类", KINDS)
    listed = flag("列入公布的培训项目清单")
    qualified = flag("培训机构具备资格")
    filed = flag("开班前已备案")
    recorded = flag("实名制记录完整")
    price = money("同类工种同一等级的补贴标准")
    refresher = flag("家政服务人员回炉培训")
    registered_firm = day("经营主体登记日期")
    began = day("开班日期")
    grants = rows("此前的培训补贴", Earlier)


def on_the_register(trainee: Trainee) -> None:
    need("列入公布的培训项目清单", trainee.listed, code="NOT_IN_DIRECTORY", cites=PLAN.clause("五（十八）"))
    need("培训机构具备资格", trainee.qualified, code="BODY_NOT_QUALIFIED", cites=PLAN.clause("三（十四）"))
    need("开班前已备案", trainee.filed, code="NOT_PREFILED")
    need("实名制记录完整", trainee.recorded, code="DUPLICATE_RECORD", cites=PLAN.clause("五（十九）"))


@rule(
    cites=PLAN.clause("五（二十一）"),
    title="职业技能提升行动培训补贴",
    key="campaign_training",
    until=SKILLS_PLAN_ENDS,
)
def campaign(trainee: Trainee, on: Day) -> Amount:
    """Three in a calendar year over all departments, none twice for an occupation and level."""
    need("取得五类证书之一", trainee.certificate.among(*OF_THE_PLAN), code="CERT_TYPE")
    need("不按月领取养老金", ~trainee.draws_pension, code="PENSIONER")
    on_the_register(trainee)
    this_year = trainee.grants.count(lambda grant: grant.granted_on.year.equals(on.year))
    same = trainee.grants.count(
        lambda grant: grant.occupation.equals(trainee.occupation),
        lambda grant: grant.level.equals(trainee.level),
    )
    kind = trainee.grants.count(lambda grant: grant.kind.same_as(trainee.kind))
    need("本年度未满三次", this_year < 3, code="OVER_ANNUAL_LIMIT")
    need(
        "同一职业同一等级未享受过",
        trainee.refresher | (same < 1),
        code="SAME_OCCUPATION_LEVEL",
    )
    doubt(
        "家政服务人员回炉培训，职业和等级未变",
        trainee.refresher & (same >= 1),
        code="REFRESHER",
        cites=PLAN.clause("二（七）"),
    )
    need(
        "在校期间同一种培训未享受过",
        ~trainee.student | (kind < 1),
        code="STUDENT_KIND_ONCE",
        cites=PLAN.clause("二（四）"),
    )
    return trainee.price


def by_the_measures(since: date | None, until: date | None) -> Rule:
    @rule(
        cites=FUND_MEASURES.clause("第五条"),
        title="职业培训补贴",
        key="campaign_training",
        since=since,
        until=until,
    )
    def version(trainee: Trainee, on: Day) -> Amount:
        """Once a calendar year; a student once at school."""
        need("取得证书", trainee.certificate.among(*OF_THE_MEASURES), code="CERT_TYPE")
        need("不按月领取养老金", ~trainee.draws_pension, code="PENSIONER")
        need("培训机构具备资格", trainee.qualified, code="BODY_NOT_QUALIFIED")
        ever = trainee.grants.count()
        this_year = trainee.grants.count(lambda grant: grant.granted_on.year.equals(on.year))
        need("在校期间未享受过培训补贴", ~trainee.student | (ever < 1), code="STUDENT_ONCE")
        need("本年度未享受过培训补贴", trainee.student | (this_year < 1), code="OVER_ANNUAL_LIMIT")
        return trainee.price

    return version


@rule(cites=PLAN.clause("二（九）"), title="创业培训补贴", key="startup_class", until=SKILLS_PLAN_ENDS)
def startup_class(trainee: Trainee, on: Day) -> Amount:
    """Whoever runs a household business or a small firm, within three years of its registration."""
    within = trainee.began <= trainee.registered_firm.plus(years=3)
    need("注册期三年以内", within, code="WINDOW_MISSED")
    this_year = trainee.grants.count(lambda grant: grant.granted_on.year.equals(on.year))
    need("本年度未满三次", this_year < 3, code="OVER_ANNUAL_LIMIT", cites=PLAN.clause("五（二十一）"))
    return trainee.price


@rule(cites=PLAN.clause("二（八）"), title="退役军人免费培训", per=ONCE, key="veteran_training")
def veteran(trainee: Trainee) -> None:
    """One training free of charge; the living allowance is set elsewhere."""
    need("退役后未享受过", trainee.grants.count() < 1, code="ALREADY_PAID_ONCE")
    remark("生活补助标准另有规定", trainee.grants.known, code="AMOUNT_EXTERNAL")


RULES = Rulebook(
    (
        by_the_measures(None, PLAN.since - timedelta(days=1)),
        campaign,
        by_the_measures(SKILLS_PLAN_ENDS + timedelta(days=1), None),
        startup_class,
        veteran,
    )
)
