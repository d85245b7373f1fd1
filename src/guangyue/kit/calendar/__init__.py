"""The pages of the working-day calendar: the public's, the officials', and limits of one's own."""
