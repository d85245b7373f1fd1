"""议事协调机构与会议制度 (S48): which bodies the documents form, who sits in them by office, and how often
they must meet."""
