"""What an official may be allowed to do with the catalogue."""

from guangyue.kit.access import Permission

PROPOSE_MATTERS = Permission(key="matters.propose_matters", title="录入和变更本单位的事项")
CHECK_BASIS = Permission(key="matters.check_basis", title="核对事项的设定依据", citywide=True)
RELEASE_MATTERS = Permission(
    key="matters.release_matters", title="核对事项的统一要素，发布、暂停、取消事项", citywide=True
)
REPORT_ELEMENTS = Permission(key="matters.report_elements", title="报送本级公布的事项要素和办理地点")
