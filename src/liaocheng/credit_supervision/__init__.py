"""S32: facts about conduct are kept with their documents; what follows from them needs a law of its own."""
