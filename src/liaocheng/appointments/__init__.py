"""机构与人事 (S05): who was appointed to what and removed from what by the notices 聊政任, and what became of
the organisations."""
