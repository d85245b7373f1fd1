"""抓取: what stands in a folder or behind a feed, fetched with care. Knows no database."""
