"""任务分解与督查 (S02): the tasks that the city's documents hand out, read from them, confirmed, issued,
reported on every quarter, verified, chased and closed."""
