"""职业培训补贴 and 职业技能鉴定补贴: 第五条, 第六条, and how often each may be had."""

from collections.abc import Callable
from datetime import date, timedelta

from guangyue.rules.authoring import Rule, capped, doubt, need, remark, rule
from guangyue.rules.symbols import Amount, Day, Flag, choose, percent, yuan
from liaocheng.documents import SKILLS_PLAN_ENDS
from liaocheng.employment_subsidies.document import EMPLOYMENT_2019, MEASURES, SKILLS_2019
from liaocheng.employment_subsidies.facts import (
    APPRAISAL_FEE,
    APPRAISED,
    BY_ONESELF,
    COMPLETED,
    COURSE,
    FIVE_GROUPS,
    FROM_CLOSED_CAPACITY,
    IN_REHABILITATION,
    REGISTERED_POOR,
    RESETTLED,
    SCHOOL_LEAVER,
    STUDENT,
    STUDENT_AID,
    TO_BE_RELEASED,
    Grant,
    Person,
    Training,
)

FIVE = "training_five"
PREPARATION = "training_prep"
NEWLY_HIRED = "training_onjob_new"
PROJECT = "training_project"
APPRAISAL = "appraisal"
OF_SOME_TRAINING = "职业培训补贴"  # as the ledger has it, which does not say which one
TRAININGS = (
    FIVE,
    PREPARATION,
    NEWLY_HIRED,
    "training_apprentice",
    "training_technician",
    PROJECT,
    OF_SOME_TRAINING,
)

Frequency = Callable[[Person, Training, Day], None]


def of_training(grant: Grant) -> Flag:
    """One of the training subsidies."""
    return grant.subsidy.among(*TRAININGS)


def not_covered_by_unemployment_insurance(person: Person) -> None:
    need(
        "同一项目未享受失业保险待遇",
        ~person.draws_unemployment_benefit,
        code="UI_FIRST",
        cites=MEASURES.clause("第四条"),
    )


def once_a_year(person: Person, training: Training, on: Day) -> None:
    """第五条: a student once at school, anybody else once in a calendar year."""
    student = person.groups.meet(STUDENT)
    earlier = person.grants.count(of_training)
    this_year = person.grants.count(of_training, lambda grant: grant.granted_on.year.equals(on.year))
    need("在校期间未享受过培训补贴", ~student | (earlier < 1), code="STUDENT_ONCE")
    need("本年度未享受过培训补贴", student | (this_year < 1), code="OVER_ANNUAL_LIMIT")


def three_a_year(person: Person, training: Training, on: Day) -> None:
    """The action plan: three in a calendar year, none twice for one occupation and level; a student one of
    each kind while at school."""
    cites = SKILLS_2019.clause("五（二十一）")
    student = person.groups.meet(STUDENT)
    this_year = person.grants.count(of_training, lambda grant: grant.granted_on.year.equals(on.year))
    same = person.grants.count(
        of_training,
        lambda grant: grant.occupation.equals(training.occupation),
        lambda grant: grant.level.equals(training.level),
    )
    kind = person.grants.count(of_training, lambda grant: grant.kind.same_as(training.kind))
    need("本年度未满三次", this_year < 3, code="OVER_ANNUAL_LIMIT", cites=cites)
    need("同一职业同一等级未享受过", same < 1, code="SAME_OCCUPATION_LEVEL", cites=cites)
    need("在校期间同一种培训未享受过", ~student | (kind < 1), code="STUDENT_ONCE", cites=cites)


BEFORE, AFTER = SKILLS_2019.since - timedelta(days=1), SKILLS_PLAN_ENDS + timedelta(days=1)
# Which text on the frequency is in force from when to when.
VERSIONS: tuple[tuple[Frequency, date | None, date | None], ...] = (
    (once_a_year, None, BEFORE),
    (three_a_year, SKILLS_2019.since, SKILLS_PLAN_ENDS),
    (once_a_year, AFTER, None),
)


def five_groups(frequency: Frequency, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第五条（一）"),
        title="五类人员就业技能培训、创业培训补贴",
        key=FIVE,
        since=since,
        until=until,
    )
    def version(person: Person, training: Training, on: Day) -> Amount:
        """The catalogue's standard, up to two thousand yuan."""
        need("属于五类人员", person.groups.meet(*FIVE_GROUPS), code="NOT_IN_SCOPE")
        need("取得证书", training.certificate.among(*COMPLETED), code="CERT_TYPE")
        need(
            "只有培训合格证书的，由培训机构代为申请",
            ~(training.certificate.among(COURSE) & training.claimed_by.among(BY_ONESELF)),
            code="CLAIM_VIA_ORG",
            cites=MEASURES.clause("第二十六条第一款（一）"),
        )
        not_covered_by_unemployment_insurance(person)
        frequency(person, training, on)
        return capped(training.catalogue_standard, yuan(2000))

    return version


def preparation(frequency: Frequency, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第五条（一）"),
        title="劳动预备制培训补贴",
        key=PREPARATION,
        since=since,
        until=until,
    )
    def version(person: Person, training: Training, on: Day) -> Amount:
        need("未继续升学的应届初高中毕业生", person.groups.meet(SCHOOL_LEAVER), code="NOT_IN_SCOPE")
        need("培训机构垫付培训费", training.advanced, code="NOT_IN_SCOPE")
        frequency(person, training, on)
        return training.catalogue_standard

    return version


@rule(cites=MEASURES.clause("第五条（一）"), title="劳动预备制培训生活费补贴", key="training_prep_living")
def preparation_living(person: Person, on: Day) -> Amount:
    """As much as the state's student aid."""
    need(
        "农村学员或城市低保家庭学员", person.groups.meet("农村学员", "城市低保家庭学员"), code="NOT_IN_SCOPE"
    )
    return STUDENT_AID.at(on)


def newly_hired(frequency: Frequency, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第五条（二）"),
        title="新录用人员岗位技能培训补贴",
        key=NEWLY_HIRED,
        since=since,
        until=until,
    )
    def version(person: Person, training: Training, on: Day) -> Amount:
        need("新录用的五类人员", person.groups.meet(*FIVE_GROUPS), code="NOT_IN_SCOPE")
        need("劳动合同一年以上", training.contract_months >= 12, code="CONTRACT_TOO_SHORT")
        need(
            "签订劳动合同之日起一年内参加培训",
            training.began <= training.contract_signed.plus(years=1),
            code="WINDOW_MISSED",
        )
        need("取得证书", training.certificate.among(*COMPLETED), code="CERT_TYPE")
        not_covered_by_unemployment_insurance(person)
        frequency(person, training, on)
        return training.catalogue_standard

    return version


@rule(cites=MEASURES.clause("第五条（二）"), title="企业新型学徒制培训补贴", key="training_apprentice")
def apprentice(training: Training) -> Amount:
    """Sixty in a hundred of the fee; kept, in principle, between four and six thousand yuan."""
    need("取得证书", training.certificate.among(*COMPLETED), code="CERT_TYPE")
    need("已事先备案", training.filed, code="NOT_PREFILED", cites=MEASURES.clause("第二十六条第一款（三）"))
    part = training.fee * percent(60)
    doubt("低于原则上的下限，按比例计算，不提高", part < yuan(4000), code="BELOW_BAND")
    return capped(part, yuan(6000))


@rule(cites=MEASURES.clause("第五条（二）"), title="技师、高级技师培训补贴", key="training_technician")
def technician(training: Training) -> Amount:
    """Eighty in a hundred of the standard for the same or a comparable occupation."""
    need("取得证书", training.certificate.among(*COMPLETED), code="CERT_TYPE")
    need("已事先备案", training.filed, code="NOT_PREFILED", cites=MEASURES.clause("第二十六条第一款（三）"))
    return training.catalogue_standard * percent(80)


@rule(cites=MEASURES.clause("第五条（三）"), title="项目制培训补贴", key=PROJECT)
def project(person: Person, training: Training) -> Amount:
    need(
        "属于项目制培训人员",
        person.groups.meet(
            FROM_CLOSED_CAPACITY, REGISTERED_POOR, RESETTLED, TO_BE_RELEASED, IN_REHABILITATION
        ),
        code="NOT_IN_SCOPE",
    )
    need("已事先备案", training.filed, code="NOT_PREFILED", cites=MEASURES.clause("第二十六条第一款（二）"))
    return training.catalogue_standard


@rule(cites=MEASURES.clause("第六条"), title="职业技能鉴定补贴", key=APPRAISAL)
def appraisal(person: Person, training: Training, on: Day) -> Amount:
    """Eighty in a hundred of the fee; ninety for what the key catalogue lists."""
    need(
        "五类人员或项目制培训人员",
        person.groups.meet(
            *FIVE_GROUPS, FROM_CLOSED_CAPACITY, REGISTERED_POOR, RESETTLED, TO_BE_RELEASED, IN_REHABILITATION
        ),
        code="NOT_IN_SCOPE",
    )
    need("取得证书，不含培训合格证书", training.certificate.among(*APPRAISED), code="CERT_TYPE")
    not_covered_by_unemployment_insurance(person)
    earlier = person.grants.count(
        lambda grant: grant.subsidy.equals(APPRAISAL),
        lambda grant: grant.occupation.equals(training.occupation),
        lambda grant: grant.level.equals(training.level),
    )
    need("初次鉴定", earlier < 1, code="ALREADY_PAID_ONCE")
    fee = APPRAISAL_FEE.at(on)
    remark("列入重点产业目录", training.in_key_catalogue, cites=EMPLOYMENT_2019.clause("三（八）"))
    return choose((training.in_key_catalogue, fee * percent(90)), otherwise=fee * percent(80))


RULES = (
    *(written(*version) for written in (five_groups, preparation, newly_hired) for version in VERSIONS),
    preparation_living,
    apprentice,
    technician,
    project,
    appraisal,
)
