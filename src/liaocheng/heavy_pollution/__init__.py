"""S42: when bad air is forecast, which level it is, who signs, who must stop what, and what that saves."""
