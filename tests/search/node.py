"""The browser's modules in Node: one process answers as many questions as there are."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.search.bundle import BROWSER

NODE = shutil.which("node") or ""
needs_node = pytest.mark.skipif(not NODE, reason="needs Node")

# A line of JSON that is asked is answered by another; what it holds travels as escapes.
LOOP = """
import {{ createInterface }} from "node:readline";
{code}
for await (const line of createInterface({{ input: process.stdin }})) {{
  const said = JSON.stringify(await answer(JSON.parse(line)));
  process.stdout.write(`${{said.replace(/[^ -~]/g, (letter) => {{
    return "\\\\u" + letter.charCodeAt(0).toString(16).padStart(4, "0");
  }})}}\\n`);
}}
"""


class Node:
    """A process that has a function `answer`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def ask(self, question: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps(question)}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "Node has ended"
        return json.loads(line)


@contextmanager
def start_node(code: str) -> Iterator[Node]:
    """Yield a process with the modules that `code` imports from "@/", and its function `answer`."""
    code = LOOP.format(code=code.replace('"@/', f'"{BROWSER.as_uri()}/'))
    process = subprocess.Popen(
        [NODE, "--input-type=module", "--eval", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent,
    )
    try:
        yield Node(process)
    finally:
        process.kill()
        process.wait()


def render(value: object) -> Any:
    """Return a tree of dataclasses as the JSON of its twin in JavaScript."""
    if isinstance(value, tuple | list):
        return [render(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: render(getattr(value, name)) for name in value.__dataclass_fields__}
        return {"kind": type(value).__name__.lower(), **fields}
    return value
