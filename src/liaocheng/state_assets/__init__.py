"""国资监管事项: what a city enterprise asks, what it reports and until when, what it decides by itself."""
