"""后台: what is done later, by the clock, or in many steps that a person watches."""
