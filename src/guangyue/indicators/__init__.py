"""目标指标: the numbers that documents promise, what was reached, and who judges it."""
