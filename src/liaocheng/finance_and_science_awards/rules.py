"""Every award of the two documents, and who pays it."""

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.rulebook import Rulebook
from liaocheng.finance_and_science_awards.finance_rules import RULES as FINANCE
from liaocheng.finance_and_science_awards.science_rules import RULES as SCIENCE

RULES = Rulebook((*FINANCE, *SCIENCE))

# 九: the city alone where the sentence says so, otherwise half and half with the county of the tax place.
CITY_ALONE = (
    "ipo_domestic",
    "ipo_overseas",
    "ipo_move",
    "regional_board",
    "neeq_layer",
    "new_rd_body",
    "voucher_match",
    "loan_loss",
    "loan_interest",
    "first_set_insurance",
)
UNDECIDED = ("platform", "incubator")  # the science measures name no payer


def split(key: str, amount: Money) -> tuple[Money, Money]:
    """The city's share and the county's; an odd 分 is the city's."""
    county = NOTHING if key in CITY_ALONE or key in UNDECIDED else Money(amount.fen // 2)
    return amount - county, county
