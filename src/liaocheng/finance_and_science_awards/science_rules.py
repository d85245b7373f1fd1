"""聊政办发〔2021〕2号: the measures that promise an amount."""

from guangyue.kit.money import NOTHING
from guangyue.rules.authoring import YEAR, capped, need, remark, rule
from guangyue.rules.symbols import Amount, Day, at_most, choose, greatest, least, percent, yuan
from liaocheng.finance_and_science_awards.document import SCIENCE_MEASURES
from liaocheng.finance_and_science_awards.facts import (
    NATIONAL,
    PROVINCIAL_AWARD,
    PROVINCIAL_INTEREST,
    PROVINCIAL_VOUCHER,
    Achievement,
)
from liaocheng.finance_and_science_awards.finance_rules import CEILING, MILLION


@rule(cites=SCIENCE_MEASURES.clause("一2"), title="科技创新平台奖补", key="platform")
def platform(achievement: Achievement) -> Amount:
    """Two million for a national platform, half a million for one of the province."""
    remark("由省级升为国家级，条文未写明给差额还是全额", achievement.raised_level, code="DECISION_NEEDED")
    return choose((achievement.level.among(NATIONAL), yuan(2 * MILLION)), otherwise=yuan(500_000))


@rule(cites=SCIENCE_MEASURES.clause("一4"), title="新型研发机构配套奖励", key="new_rd_body")
def research_body(achievement: Achievement, on: Day) -> Amount:
    """As much as the province, up to a million; up to ten for one that becomes a national base."""
    need(
        "省级备案且评为优秀，或建成国家级基地",
        achievement.excellent | achievement.national_base,
        code="NOT_RATED",
    )
    remark("条文写明不超过，由审核部门在此以内核定", achievement.national_base, code=CEILING)
    matched = least(PROVINCIAL_AWARD.at(on), yuan(1 * MILLION))
    return choose((achievement.national_base, yuan(10 * MILLION)), otherwise=matched)


@rule(cites=SCIENCE_MEASURES.clause("二9"), title="科研设施开放共享创新券配套", key="voucher_match")
def voucher(on: Day) -> Amount:
    """As much again as the province's voucher."""
    need("省级已兑付创新券", PROVINCIAL_VOUCHER.at(on) > NOTHING, code="NO_VOUCHER")
    return PROVINCIAL_VOUCHER.at(on)


@rule(cites=SCIENCE_MEASURES.clause("二10"), title="科技企业孵化器奖补", key="incubator")
def incubator(achievement: Achievement) -> Amount:
    return choose((achievement.level.among(NATIONAL), yuan(2 * MILLION)), otherwise=yuan(1 * MILLION))


@rule(cites=SCIENCE_MEASURES.clause("四17"), title="科技成果转化贷款风险补偿", key="loan_loss")
def loan_loss(achievement: Achievement) -> Amount:
    return achievement.loss * percent(35)


@rule(cites=SCIENCE_MEASURES.clause("四17"), title="科技成果转化贷款贴息", key="loan_interest")
def loan_interest(achievement: Achievement, on: Day) -> Amount:
    """Half of what the province pays."""
    need("首次列入省级补偿备案且按期还款", achievement.first_record, code="NOT_FIRST_RECORD")
    return PROVINCIAL_INTEREST.at(on) * percent(50)


@rule(
    cites=SCIENCE_MEASURES.clause("四18"), title="首台（套）等保险补贴", per=YEAR, key="first_set_insurance"
)
def first_set(achievement: Achievement) -> Amount:
    """A fifth of the premium, which counts up to three in a hundred of what is insured."""
    counted = least(achievement.premium, at_most(achievement.insured * percent(3)))
    room = greatest(yuan(1 * MILLION) - achievement.paid_this_year, NOTHING)
    return capped(at_most(counted * percent(20)), room)


RULES = (platform, research_body, voucher, incubator, loan_loss, loan_interest, first_set)
