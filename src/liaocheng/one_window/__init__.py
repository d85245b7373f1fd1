"""一窗受理办件: one window takes every application, departments decide behind it, each day is counted."""
