"""What to do about a note, in words that several rules share."""

IF_RIGHT = "If it is right all the same, approve the question."
READ_BOTH = "Read the one against the other: is the answer still right?"
