"""What a person may be allowed to do with the register of organisations."""

from guangyue.kit.access import Permission

KEEP_REGISTER = Permission(key="organisations.keep_register", title="登记机构、名称和沿革")
ENTER_NOTICES = Permission(
    key="organisations.enter_notices", title="录入、核对任免通知并使其生效", citywide=True
)
KEEP_TENURES = Permission(key="organisations.keep_tenures", title="办理转正、接任、同名认定和委托代行")
RUN_BODIES = Permission(key="organisations.run_bodies", title="设立、调整议事协调机构，确认席位")
HOLD_MEETINGS = Permission(key="organisations.hold_meetings", title="办理议事协调机构的会议和年度报告")
REPORT_LOCAL_BODIES = Permission(key="organisations.report_local_bodies", title="报送属地议事协调机构")
