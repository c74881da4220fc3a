"""JSON of which one list is long: it is laid out for people, with the list's items a line each.

The standard library lays JSON out piece by piece in Python and writes a line at once in C; besides, two reports then
differ by lines.
"""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


def with_rows(whole: Json, key: str, rows: Iterable[Json]) -> str:
    """`whole` as JSON in ASCII, with `rows` as the list under `key`.

    Args:
        whole: what to write; the list is empty there, and no other list of that name is.
        key: the name of the list.
        rows: what the list holds.
    """
    before, empty, after = json.dumps(whole, indent=2).partition(f'"{key}": []')  # in a text the marks are escaped
    margin = before[before.rindex("\n") :]
    written = ",".join(f"{margin}  {json.dumps(row)}" for row in rows)
    return f"{before}{empty[:-1]}{written}{margin if written else ''}]{after}\n"
