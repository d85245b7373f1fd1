"""稳就业政策包: the measures of 2019 and 2020 that stand open for a time, what each gives, and from which fund."""
