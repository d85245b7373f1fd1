"""S46 责任规划师: one team in ten groups, each with a street or a park that it visits and advises."""
