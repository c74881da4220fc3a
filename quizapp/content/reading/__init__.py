"""From the text of a file to values: what it may hold, and all that is wrong in it, each mistake at its place."""
