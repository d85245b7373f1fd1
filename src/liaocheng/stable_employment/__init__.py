"""稳就业政策包: the dated measures of 2019 and 2020, what each gives, and from which fund."""
