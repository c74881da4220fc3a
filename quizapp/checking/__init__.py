"""Is this course any good? What reading found and what the rules find, as one report."""
