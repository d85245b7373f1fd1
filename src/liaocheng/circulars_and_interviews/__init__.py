"""S08: circulars, interviews and accountability, each by the clause that says when."""
