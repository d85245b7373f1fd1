"""任务抽取: from the lines of a document to its tasks, who answers for each, by when, and what number is to
be reached. Pure Python, without Django or a database; knows no document and no city."""
