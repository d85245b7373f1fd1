"""The roles of the city: what kinds of work its people do, and what each may do."""

from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.accounts.roles import Role

ROLES = (
    Role(
        key="administrator",
        title="系统管理员",
        work="开设账户，授予和收回角色，解除锁定",
        permissions=(VIEW_ACCOUNTS, MANAGE_ACCOUNTS),
        apart_from=("auditor",),
    ),
    Role(
        key="auditor",
        title="审计人员",
        work="查看谁能做什么、做过什么；自己什么也不办",
        permissions=(VIEW_ACCOUNTS,),
    ),
)
