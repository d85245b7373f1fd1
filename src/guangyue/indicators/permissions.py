"""What an official may do with targets and figures."""

from guangyue.kit.access import Permission

SEE_INDICATORS = Permission(key="indicators.see_indicators", title="查看目标指标、实际数和评判结果")
KEEP_TARGETS = Permission(key="indicators.keep_targets", title="确认目标指标，分解到县（市、区），调整、撤销")
REPORT_FIGURES = Permission(key="indicators.report_figures", title="报送本单位、本地的实际数和佐证")
VERIFY_FIGURES = Permission(key="indicators.verify_figures", title="核实报送的实际数")
JUDGE_TARGETS = Permission(key="indicators.judge_targets", title="评判须由人判断的指标")
