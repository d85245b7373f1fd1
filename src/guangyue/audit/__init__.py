"""审计: who changed what, and who looked, in a chain of records that a third party can verify."""
