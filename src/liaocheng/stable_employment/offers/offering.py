"""How a measure is offered: paid to the account that its fund pays to."""

from collections.abc import Mapping

from guangyue.rules.offers import Audience, Material, Offer, Search
from liaocheng.stable_employment.funds import CHARGES, EITHER, NO_FUND, PERSON, UNIT

FOR_PERSONS, FOR_FIRMS, FOR_BODIES = Audience.PERSON, Audience.FIRM, Audience.BODY

UNIT_ACCOUNT = "单位银行基本账户"
OWN_ACCOUNT = "本人社会保障卡银行账户或者个人银行账户"
PAYEES: Mapping[str, str] = {
    UNIT: UNIT_ACCOUNT,
    PERSON: OWN_ACCOUNT,
    EITHER: f"{UNIT_ACCOUNT}；当地规定发给个人的，{OWN_ACCOUNT}",
    "": "",
}


def offer(
    key: str,
    audience: Audience,
    summary: str,
    *,
    materials: tuple[Material, ...] = (),
    automatic: bool = False,
    sensitive: bool = False,
    search: Search | None = None,
) -> Offer:
    """Paid to the account that the fund of its measure pays to."""
    return Offer(
        key=key,
        audience=audience,
        summary=summary,
        payee=PAYEES[CHARGES.get(key, NO_FUND).payee],
        materials=materials,
        automatic=automatic,
        sensitive=sensitive,
        search=search,
    )
