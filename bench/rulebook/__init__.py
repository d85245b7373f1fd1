"""Twelve rules after 聊财社〔2019〕70号, our way and in that of each peer; and people to judge."""
