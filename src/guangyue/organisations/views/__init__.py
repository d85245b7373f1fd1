"""The pages of the register: for the public, and for those who keep it."""
