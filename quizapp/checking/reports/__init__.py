"""One writer a format: a report in, text out that is safe to show as it is."""
