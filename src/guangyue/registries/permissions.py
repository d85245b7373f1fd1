"""What a person may be allowed to do with the registries."""

from guangyue.kit.access import Permission

LOOK_AT_PERSONS = Permission(key="registries.look_at_persons", title="查询人口信息（每次说明用途）")
VIEW_FIRMS = Permission(key="registries.view_firms", title="查看经营主体和场所")
RECORD_FACTS = Permission(key="registries.record_facts", title="登记本部门负责的事实，答复更正申请")
OVERSEE_LOOKUPS = Permission(key="registries.oversee_lookups", title="查看全部查询记录和查询异议")
ANSWER_OBJECTIONS = Permission(key="registries.answer_objections", title="答复查询异议")
