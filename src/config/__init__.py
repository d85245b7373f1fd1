"""The one place that names the kernel and the city together."""
