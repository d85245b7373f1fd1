"""职业技能提升行动: one register of subsidised training, and one decision over all departments' courses."""
