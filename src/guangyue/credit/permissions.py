"""What an official may be allowed to do with credit."""

from guangyue.kit.access import Permission

FILE_RECORDS = Permission(key="credit.file_records", title="登记本单位产生的信用记录")
VERIFY_RECORDS = Permission(key="credit.verify_records", title="核实、撤销信用记录，裁定异议和修复")
QUERY_CREDIT = Permission(key="credit.query_credit", title="写明用途查询信用记录")
DECIDE_LISTS = Permission(key="credit.decide_lists", title="听取陈述申辩，决定列入名单")
OVERSEE_CREDIT = Permission(
    key="credit.oversee", title="查看信用查询记录、措施和月度统计，运行信用分级", citywide=True
)
