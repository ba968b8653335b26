"""Drive the system's Firefox by Marionette, the protocol that its WebDriver speaks underneath.

Debian ships Firefox without geckodriver, which only passes commands on; so they are sent here.
A message is JSON behind its length: https://firefox-source-docs.mozilla.org/testing/marionette/
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
PREFERENCES = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
PATIENCE = 60


def find_firefox() -> str | None:
    """Return the path of a Firefox, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A running Firefox with one window."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._number = 0
        self._read()
        self.command("WebDriver:NewSession", {"capabilities": {}})

    def open(self, address: str) -> None:
        """Go to an address, and wait until it has loaded."""
        self.command("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """Return what the body of a function returns in the page."""
        said = {"script": script, "args": list(arguments), "newSandbox": False}
        return self.command("WebDriver:ExecuteScript", said)["value"]

    def wait_for(self, script: str, *arguments: object) -> Any:
        """Return what `script` returns as soon as that is something."""
        end = time.monotonic() + PATIENCE
        while not (found := self.run(script, *arguments)):
            if time.monotonic() > end:
                raise TimeoutError(script)
            time.sleep(0.05)
        return found

    def press(self, *keys: str) -> None:
        """Press and let go keys, one after the other, wherever the focus is."""
        strokes = [{"type": act, "value": key} for key in keys for act in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.command("WebDriver:PerformActions", {"actions": [keyboard]})

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag the mouse from one point of the window to another."""
        steps = [
            {"type": "pointerMove", "x": start[0], "y": start[1], "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerMove", "x": end[0], "y": end[1], "duration": 50},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {
            "type": "pointer",
            "id": "mouse",
            "parameters": {"pointerType": "mouse"},
            "actions": steps,
        }
        self.command("WebDriver:PerformActions", {"actions": [mouse]})

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        """Send a command; return its result, or raise what went wrong."""
        self._number += 1
        said = json.dumps([0, self._number, name, parameters]).encode()
        self._connection.sendall(b"%d:%s" % (len(said), said))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._receive(1)
        return json.loads(self._receive(int(length[:-1])))

    def _receive(self, count: int) -> bytes:
        received = b""
        while len(received) < count:
            part = self._connection.recv(count - len(received))
            if not part:
                raise ConnectionError("Firefox has gone")
            received += part
        return received


@contextmanager
def running(path: str, profile: Path) -> Iterator[Firefox]:
    """Run the Firefox at `path` without a window, with a new profile, until the block ends."""
    profile.mkdir(parents=True, exist_ok=True)
    wanted = (map(json.dumps, preference) for preference in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(f"user_pref({', '.join(one)});" for one in wanted))
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with closing(_connect(profile / "MarionetteActivePort", process)) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _connect(port: Path, process: "subprocess.Popen[bytes]") -> socket.socket:
    """Return a connection to the port that Firefox writes down once it listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if port.exists() and (number := port.read_text().strip()):
            return socket.create_connection(("127.0.0.1", int(number)), timeout=PATIENCE)
        time.sleep(0.1)
    raise TimeoutError("Firefox does not answer")
