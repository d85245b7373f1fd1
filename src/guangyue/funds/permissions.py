"""What an official may be allowed to do with the money side: the ledger, batches, and the year's fund."""

from guangyue.kit.access import Permission

SEE_PAYMENTS = Permission(key="funds.see_payments", title="查看发放台账和资金进度")
PREPARE_PAYMENTS = Permission(key="funds.prepare_payments", title="编制拨付批次，生成发放公示，登记追回")
CONSENT_PAYMENTS = Permission(key="funds.consent_payments", title="同意拨付，登记国库支付，登记年度资金")
SEE_PAYEE_NUMBERS = Permission(
    key="funds.see_payee_numbers", title="查看领取人的完整证件号码（每次记入审计）"
)
