"""What an author's editor does with the schema: a TOML language server is asked as an editor asks it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

LESSONS = Path(__file__).parent.parent.parent / "lessons"
TEXT = """\
#:schema ./lesson.schema.json
format = 1
title = "A"
position = 10

[[sections]]
text = "It is so [@b]."

[[questions]]
id = "x"
type = ""

[[questions]]
id = "y"
type = "choice"
prompt = "Which?"
answer = "b"
distractors = ["c", "d"]
cite = ["b"]

"""


class Editor:
    """As much of an editor as is needed to open one file and ask about places in it."""

    def __init__(self, program: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._program = program
        self._asked = 0
        self._uri = ""
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def open(self, file: Path) -> None:
        self._uri = file.as_uri()
        document = {"uri": self._uri, "languageId": "toml", "version": 1, "text": file.read_text(encoding="utf-8")}
        self.tell("textDocument/didOpen", {"textDocument": document})
        # The server answers side by side: it has the file and its schema once it has published what is wrong.
        while (message := self._read()).get("method") != "textDocument/publishDiagnostics":
            self._refuse(message)

    def hover(self, line: int, character: int) -> str:
        found = self._at("textDocument/hover", line, character)
        return str(found["contents"]["value"])

    def completions(self, line: int, character: int) -> list[str]:
        found = self._at("textDocument/completion", line, character)
        return [item["label"] for item in (found if isinstance(found, list) else found["items"])]

    def ask(self, method: str, parameters: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._read()
            if "method" not in message and message["id"] == self._asked:
                return message["result"]
            self._refuse(message)

    def tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _refuse(self, message: Any) -> None:
        """Answers what the server asks of an editor with nothing."""
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _at(self, method: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": self._uri}, "position": place})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._program.stdin is not None
        self._program.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._program.stdin.flush()

    def _read(self) -> Any:
        assert self._program.stdout is not None
        length = 0
        while line := self._program.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        return json.loads(self._program.stdout.read(length))


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    tombi = shutil.which("tombi", path=str(Path(sys.executable).parent)) or shutil.which("tombi")
    assert tombi, "install the test extra"
    shutil.copy(LESSONS / "lesson.schema.json", tmp_path)
    (tmp_path / "x.toml").write_text(TEXT, encoding="utf-8")
    with subprocess.Popen(
        [tombi, "lsp", "--offline", "--no-cache"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"HOME": str(tmp_path), "NO_COLOR": "1"},
    ) as program:
        patience = Timer(60, program.kill)
        patience.start()
        try:
            found = Editor(program, tmp_path)
            found.open(tmp_path / "x.toml")
            yield found
        finally:
            patience.cancel()
            program.kill()


def _line(text: str) -> int:
    return TEXT.split("\n").index(text)


def test_an_editor_explains_keys_and_completes_them(editor: Editor) -> None:
    assert "What is asked: plain text that keeps who said it." in editor.hover(_line('prompt = "Which?"'), 2)
    assert "Two to five wrong options." in editor.hover(_line('distractors = ["c", "d"]'), 3)
    offered = editor.completions(_line('cite = ["b"]') + 1, 0)
    assert {"explain", "hint", "level", "frame"} <= set(offered)
    assert not {"accept", "pairs", "prompt", "claim"} & set(offered), "keys of other types, or written already"
    types = editor.completions(_line('type = ""'), 8)
    assert {f'"{name}"' for name in ("choice", "select", "boolean", "match", "evidence")} <= set(types)
