"""立法计划与意见征集: the year's plan, the road of each project, and what people say of a draft."""
