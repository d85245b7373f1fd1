"""光岳, the kernel: the mechanisms from which a city's systems are declared."""
