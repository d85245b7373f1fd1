"""What a person may be allowed to do with accounts."""

from guangyue.kit.access import Permission

VIEW_ACCOUNTS = Permission(key="accounts.view_accounts", title="查看账户和授权")

# One permission for both: whoever sets a person's password could act with that person's roles.
MANAGE_ACCOUNTS = Permission(key="accounts.manage_accounts", title="管理账户和授权")
