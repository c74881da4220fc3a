"""Numbers with what they count."""


def counted(number: int, one: str, many: str = "") -> str:
    """`1 lesson`, `2,000 lessons`; `many` is how several are called where that is not `one` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
