"""What all authored things share.

The models are plain dataclasses, so that a face can use them without loading what validates them; `reading` turns TOML
into them. `Whole` and `Flag` take no text for a number and no `"yes"` for true.
"""

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

__all__ = ["Allowance", "Decimal", "Flag", "Strict", "Whole", "model"]

if TYPE_CHECKING:
    from dataclasses import dataclass as model
else:

    def model(*, frozen: bool, eq: bool = True, **options: bool) -> Any:
        """A `dataclass` that mypy alone keeps frozen: one that is so at run time takes four times as long to make."""
        from dataclasses import dataclass

        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


class Strict:
    """Marks a value that is taken only as its own TOML type."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: Any) -> Any:
        """The schema of `source`, made strict."""
        return {**handler(source), "strict": True}


Whole: TypeAlias = Annotated[int, Strict]
Flag: TypeAlias = Annotated[bool, Strict]
Decimal: TypeAlias = Annotated[int, Strict] | Annotated[float, Strict]


@model(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A finding of a QZ4 or QZ5 rule that the author accepts, and why."""

    rule: str
    because: str
