"""附件: what people hand in as files, checked by content and kept by its fingerprint."""
