"""核定发放: what is applied for, decided with frozen inputs, paid, and made public."""
