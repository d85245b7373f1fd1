"""金融和科技奖补: which tier, how much, in which instalment, who pays, and what must be kept for it."""
