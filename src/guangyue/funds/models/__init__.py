"""What is paid, in which batches, out of what."""

from guangyue.funds.models.batches import Batch, BatchMove, Source
from guangyue.funds.models.payments import Account, Payment
from guangyue.funds.models.years import ServicePlan, YearFund

__all__ = ["Account", "Batch", "BatchMove", "Payment", "ServicePlan", "Source", "YearFund"]
