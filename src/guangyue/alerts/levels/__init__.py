"""预警级别: from a forecast to the level of a plan, and to the day on which it may be lifted."""
