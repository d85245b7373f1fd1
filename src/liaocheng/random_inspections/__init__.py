"""S30: whom the market regulators inspect, and who inspects, is drawn by lot; what they find is public."""
