"""Reading a chronicle: the month, its events, who took part, which numbered meetings were held. Knows no
database."""
