"""What a person may be allowed to do with what was found."""

from guangyue.kit.access import Permission

SEE_FINDINGS = Permission("entitlements.see_findings", "查看政策找人的统计、缺口和名单")
RUN_FINDING = Permission("entitlements.run_finding", "运行、重算政策找人", citywide=True)
CALL_PEOPLE = Permission("entitlements.call_people", "联系未读推送的居民，登记联系结果")
VISIT_NEEDS = Permission("entitlements.visit_needs", "走访核实求助需求")
