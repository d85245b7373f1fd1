"""通报、约谈、问责: what the documents say happens when work is late, bad or dishonest, decided by people."""
