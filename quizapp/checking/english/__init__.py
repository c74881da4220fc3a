"""English, as far as rules know it: words and stems, numbers, dates, names, who says what. It knows no question."""
