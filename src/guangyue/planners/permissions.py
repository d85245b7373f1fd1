"""What an official may do with responsible planners, and what they do."""

from guangyue.kit.access import Permission

SEE_PLANNERS = Permission(key="planners.see_planners", title="查看责任规划师的服务、建议和评价")
KEEP_PLANNERS = Permission(key="planners.keep_planners", title="管理合同、规划师和小组，转办建议，评价、扣减")
VISIT_AREAS = Permission(key="planners.visit_areas", title="责任规划师登记服务、提出建议、报告")
ANSWER_ADVICE = Permission(key="planners.answer_advice", title="本区、本镇街答复规划师的建议")
