"""大事记 (S07): the month's events as the gazettes print them. No clause prescribes how a chronicle is kept:
what it follows is the printed practice, so there is no document here to cite."""
