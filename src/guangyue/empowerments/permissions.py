"""What an official may be allowed to do with powers."""

from guangyue.kit.access import Permission

SEE_POWERS = Permission(key="empowerments.see_powers", title="查看赋权台账和落实进度")
KEEP_POWERS = Permission(
    key="empowerments.keep_powers", title="载入赋权清单，登记协议、二号章、权限、公告和承接"
)
WITHDRAW_POWERS = Permission(key="empowerments.withdraw_powers", title="停用、收回赋权")
