"""信用分级 of the market sector: what counts how much is ours to set, and published with every class."""

from guangyue.credit.declaration import Counted, GradingModel
from liaocheng.credit_supervision import kinds

MARKET_CLASSES = GradingModel(
    sector=kinds.MARKET,
    title="市场监管领域",
    version=1,
    counted=(
        Counted(kinds.PENALTY.key, -10),
        Counted(kinds.FINDING.key, -5, months=12),
        Counted(kinds.HIGH_RISK.key, -15, months=12),
        Counted(kinds.SUBSIDY_FRAUD.key, -30),
        Counted(kinds.BROKEN_PROMISE.key, -10),
        Counted(kinds.EVADED_DEBT.key, -40),
        Counted(kinds.HONOUR.key, 5),
        Counted(kinds.RED_LIST.key, 15, months=12),
        Counted(kinds.BLACK_LIST.key, -50),
    ),
    worst_at_once=(kinds.BLACK_LIST.key,),
)
