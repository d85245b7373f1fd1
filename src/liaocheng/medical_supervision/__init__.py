"""S31: what is recorded of clinics, hospitals and their staff counts; complaints are heard to their end."""
