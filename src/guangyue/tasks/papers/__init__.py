"""督查周报 and 季度进展报告: the figures of a period, and the papers they are signed as."""
