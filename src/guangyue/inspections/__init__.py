"""双随机: items, subjects, inspectors and plans; draws that anyone can recompute; visits and what they found."""
