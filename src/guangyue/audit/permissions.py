"""What may be allowed with the audit trail."""

from guangyue.kit.access import Permission

SEE_TRAIL = Permission("audit.see_trail", "查阅审计记录", citywide=True)
VERIFY_CHAIN = Permission("audit.verify_chain", "核验、导出审计链", citywide=True)
