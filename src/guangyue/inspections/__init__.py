"""双随机: items, subjects, inspectors, plans; draws that anyone can recompute; visits and what they found."""
