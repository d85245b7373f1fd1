"""任务: what documents hand out, to whom and by when; what units answer, report and close; what is chased."""
