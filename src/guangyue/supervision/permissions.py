"""What an official may be allowed to do with items and acts of supervision."""

from guangyue.kit.access import Permission

SEE_SUPERVISION = Permission(
    key="supervision.see_supervision", title="查看监管事项、监管行为和覆盖情况，查询监管对象"
)
KEEP_ITEMS = Permission(
    key="supervision.keep_items", title="梳理、核对本部门的监管事项和检查实施清单，说明沉睡事项"
)
ENTER_ACTS = Permission(key="supervision.enter_acts", title="报送监管行为，签收审管互动、安排首次检查")
RUN_SUPERVISION = Permission(
    key="supervision.run_supervision",
    title="确认、公布、变更、取消监管事项，登记接入系统和培训，向省报送",
    citywide=True,
)
