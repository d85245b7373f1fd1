"""What changes plans, projects, drafts, consultations and comments."""
