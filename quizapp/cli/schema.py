"""`quizapp schema`: the JSON Schema of what authors write."""

import json
import os
from argparse import Namespace

from quizapp.authoring.files import replace
from quizapp.authoring.new import schema_files
from quizapp.cli.course import demand_writable, find
from quizapp.cli.output import Output
from quizapp.content.schema import schemas
from quizapp.errors import ExitStatus


def run(arguments: Namespace, output: Output) -> int:
    """Prints one schema, or all by name; `--write` puts them beside the lessons.

    Raises:
        QuizappError: the course is not to be written into.
    """
    if arguments.write:
        course = find(arguments.course, os.environ)
        demand_writable(course)
        files = schema_files()
        if arguments.what is not None:
            file = f"lessons/{arguments.what}.schema.json"
            files = {file: files[file]}
        replace(course.root, files)
        output.write("".join(f"{course.root / file}\n" for file in files))
        return ExitStatus.FINE
    made = schemas()
    shown = made if arguments.what is None else made[arguments.what]
    output.write(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")
    return ExitStatus.FINE
