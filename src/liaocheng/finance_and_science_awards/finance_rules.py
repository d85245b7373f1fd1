"""聊政发〔2021〕5号, section by section. 不超过 is a ceiling, within which an official decides."""

from fractions import Fraction

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.authoring import YEAR, Rule, capped, need, remark, rule
from guangyue.rules.symbols import Amount, Day, at_most, choose, greatest, percent, share, yuan
from liaocheng.finance_and_science_awards.document import FINANCE_OPINION
from liaocheng.finance_and_science_awards.facts import (
    ACCEPTED,
    APPRAISER,
    COACHED,
    FIRST_LEVEL,
    HEAD_OFFICE,
    INNOVATION_LAYER,
    INSIDE_CITY_BANK,
    LISTED,
    NATIONAL_BANK,
    NOT_A_BANK,
    OUTSIDE_CITY_BANK,
    PRIVATE,
    RATER,
    SECOND_LEVEL,
    SELECT_LAYER,
    STATE_OWNED,
    Institution,
    Listing,
)

MILLION = 1_000_000
CEILING = "CEILING_ONLY"


def promised_to_stay(institution: Institution) -> None:
    need(
        "承诺在本市经营五年以上",
        institution.stays_five_years,
        code="NO_PROMISE",
        cites=FINANCE_OPINION.clause("二"),
    )


@rule(cites=FINANCE_OPINION.clause("二（一）"), title="引进金融机构补助", key="fin_branch")
def branch(institution: Institution) -> Amount:
    """Three million, two million or half a million yuan, by kind and level."""
    first = institution.level.among(FIRST_LEVEL)
    promised_to_stay(institution)
    amount = choose(
        (first & institution.body.among(NATIONAL_BANK, OUTSIDE_CITY_BANK), yuan(3 * MILLION)),
        (
            institution.level.among(FIRST_LEVEL, HEAD_OFFICE) & institution.body.among(NOT_A_BANK),
            yuan(2 * MILLION),
        ),
        (first & institution.body.among(INSIDE_CITY_BANK), yuan(500_000)),
        (
            institution.level.among(SECOND_LEVEL)
            & institution.body.among(NATIONAL_BANK, OUTSIDE_CITY_BANK, NOT_A_BANK),
            yuan(500_000),
        ),
        otherwise=NOTHING,
    )
    need("属于补助的机构和层级", amount > NOTHING, code="BELOW_TIER")
    return amount


@rule(cites=FINANCE_OPINION.clause("二（二）"), title="新设法人金融机构补助", key="fin_legal_person")
def legal_person(institution: Institution) -> Amount:
    """One in a hundred of the capital paid in, up to five million."""
    promised_to_stay(institution)
    return capped(at_most(institution.paid_in * percent(1)), yuan(5 * MILLION))


@rule(cites=FINANCE_OPINION.clause("三（一）"), title="地方新型金融组织补助", key="fin_local_org")
def local_organisation(institution: Institution, on: Day) -> Amount:
    """Half of one in a hundred, after a whole fiscal year of business, from 1 January to 31 December."""
    first_full_year = institution.began.plus(days=-1).year + 1
    need("经营满一个完整会计年度", first_full_year < on.year, code="NOT_FULL_YEAR")
    return capped(at_most(institution.paid_in * share(1, 200)), yuan(500_000))


@rule(cites=FINANCE_OPINION.clause("四"), title="金融中介机构补助", key="fin_agency")
def agency(institution: Institution) -> Amount:
    need("资产评估机构或信用评级机构", institution.agency.among(APPRAISER, RATER), code="EXCLUDED_ENTITY")
    need("实缴资本不少于200万元", institution.paid_in >= yuan(2 * MILLION), code="BELOW_TIER")
    return choose(
        (institution.paid_in >= yuan(50 * MILLION), yuan(600_000)),
        (institution.paid_in >= yuan(20 * MILLION), yuan(300_000)),
        otherwise=yuan(100_000),
    )


def equity_fund(key: str, path: str, tiers: tuple[tuple[int, Fraction], ...]) -> Rule:
    """Outside investors' money, by its size; what the government put in is left out of tier and amount."""
    lowest = yuan(tiers[-1][0] * MILLION)

    @rule(cites=FINANCE_OPINION.clause(path), title="股权投资机构补助", key=key)
    def version(institution: Institution) -> Amount:
        base = institution.outside_part
        need("市域外合格投资者出资", base > NOTHING, code="NOT_OUTSIDE_CAPITAL")
        need("已登记备案", institution.filed, code="NOT_FILED")
        need("承诺在本市退出、存续期内不迁离", institution.stays, code="NO_PROMISE")
        need("达到最低档", base >= lowest, code="BELOW_TIER")
        remark("条文写明不超过，由审核部门在此以内核定", base > NOTHING, code=CEILING)
        amounts = [(base >= yuan(least_size * MILLION), at_most(base * rate)) for least_size, rate in tiers]
        return capped(choose(*amounts, otherwise=NOTHING), yuan(5 * MILLION))

    return version


@rule(cites=FINANCE_OPINION.clause("六（一）"), title="境内首发上市补助", key="ipo_domestic")
def domestic_listing(listing: Listing) -> Amount:
    """One stage: 1.5 million, 2.5 million, and by what was raised a third part."""
    need("该阶段未获补助", ~listing.stage_paid, code="STAGE_PAID")
    return choose(
        (listing.stage.among(COACHED), yuan(1_500_000)),
        (listing.stage.among(ACCEPTED), yuan(2_500_000)),
        (listing.stage.among(LISTED) & (listing.raised >= yuan(500 * MILLION)), yuan(2 * MILLION)),
        (listing.stage.among(LISTED) & (listing.raised >= yuan(300 * MILLION)), yuan(1 * MILLION)),
        otherwise=NOTHING,
    )


@rule(cites=FINANCE_OPINION.clause("六（一）"), title="境外首发上市补助", key="ipo_overseas")
def overseas_listing(listing: Listing) -> Amount:
    """By what was raised, in yuan; exactly three hundred million stands in the middle tier."""
    return choose(
        (listing.raised >= yuan(500 * MILLION), yuan(6 * MILLION)),
        (listing.raised >= yuan(300 * MILLION), yuan(5 * MILLION)),
        otherwise=yuan(4 * MILLION),
    )


@rule(cites=FINANCE_OPINION.clause("六（二）"), title="重组上市或迁入上市公司补助", key="ipo_move")
def moved_listing(listing: Listing) -> Money:
    need("注册地和税收户管地都迁入本市", listing.moved_here, code="NOT_MOVED")
    return yuan(4 * MILLION)


@rule(cites=FINANCE_OPINION.clause("六（三）"), title="区域股权市场挂牌补助", key="regional_board")
def regional_board(listing: Listing) -> Money:
    need("规模以上企业", listing.above_scale, code="EXCLUDED_ENTITY")
    need("直接融资不少于100万元", listing.raised >= yuan(1 * MILLION), code="BELOW_TIER")
    return yuan(100_000)


@rule(cites=FINANCE_OPINION.clause("六（三）"), title="新三板挂牌融资补助", key="neeq")
def third_board(listing: Listing) -> Amount:
    """One in a hundred of what was raised; shared with the county."""
    return at_most(listing.raised * percent(1))


@rule(cites=FINANCE_OPINION.clause("六（三）"), title="新三板分层补助", key="neeq_layer")
def third_board_layer(listing: Listing) -> Amount:
    """On top of it, from the city's money, for the two upper layers."""
    return choose(
        (listing.layer.among(SELECT_LAYER), yuan(2 * MILLION)),
        (listing.layer.among(INNOVATION_LAYER), yuan(500_000)),
        otherwise=NOTHING,
    )


@rule(cites=FINANCE_OPINION.clause("六（四）"), title="上市前财务规范补助", per=YEAR, key="pre_ipo_adjust")
def before_listing(listing: Listing) -> Amount:
    """Seventy in a hundred of what the year's adjustment added, six million in all."""
    need("企业已上市", listing.listed, code="NOT_LISTED")
    room = greatest(yuan(6 * MILLION) - listing.paid_before, NOTHING)
    return capped(at_most(listing.extra_contribution * percent(70)), room)


@rule(cites=FINANCE_OPINION.clause("六（五）"), title="企业债券补助", per=YEAR, key="bond")
def bond(listing: Listing) -> Amount:
    """One or two in ten thousand of the year's issue, half a million at most."""
    need("不在融资平台名录和民营企业500强之内", ~listing.excluded, code="EXCLUDED_ENTITY")
    need("国有或民营企业", listing.ownership.among(STATE_OWNED, PRIVATE), code="EXCLUDED_ENTITY")
    remark("条文写明不超过，由审核部门在此以内核定", listing.issued >= NOTHING, code=CEILING)
    part = choose(
        (listing.ownership.among(STATE_OWNED), at_most(listing.issued * share(1, 10_000))),
        otherwise=at_most(listing.issued * share(2, 10_000)),
    )
    return capped(part, yuan(500_000))


RULES = (
    branch,
    legal_person,
    local_organisation,
    agency,
    equity_fund(
        "fin_equity_company",
        "五（一）1",
        ((1000, share(5, 1000)), (500, share(4, 1000)), (300, share(3, 1000))),
    ),
    equity_fund("fin_equity_partner", "五（一）2", ((1000, share(4, 1000)), (500, share(3, 1000)))),
    domestic_listing,
    overseas_listing,
    moved_listing,
    regional_board,
    third_board,
    third_board_layer,
    before_listing,
    bond,
)
