"""A real Chromium, driven over the WebDriver protocol by nothing but HTTP."""

import base64
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import httpx

ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the protocol gives an element's reference."""

ENTER: Final = "\ue007"
TAB: Final = "\ue004"
SPACE: Final = "\ue00d"

FLAGS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb"),
)
_SECONDS: Final = 30.0


class BrowserError(AssertionError):
    """What the browser was asked for could not be done."""


class Browser:
    """One browser with one page.

    Args:
        width: of the page, in CSS pixels.
        dark: whether the person prefers dark colours.
    """

    def __init__(self, *, width: int = 1000, height: int = 800, dark: bool = False) -> None:
        driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
        assert driver, "chromedriver is needed for this test: see packaging/system_packages.py"
        assert chromium, "Chromium is needed for this test: see packaging/system_packages.py"
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self._driver = subprocess.Popen(
            [driver, f"--port={port}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._driver.stdout is not None
        for line in self._driver.stdout:
            if b"started successfully" in line:
                break
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=_SECONDS)
        options = {"binary": chromium, "args": [*FLAGS, f"--window-size={width},{height}"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "timeouts": {"implicit": 5000}}
        made = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"
        self._emulate(width, height, dark=dark)

    def _emulate(self, width: int, height: int, *, dark: bool) -> None:
        """Let the page have exactly this width, below Chromium's narrowest window too."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._cdp("Emulation.setDeviceMetricsOverride", size)
        self._cdp("Emulation.setEmulatedMedia", {"features": scheme})

    def _cdp(self, command: str, told: dict[str, Any]) -> None:
        self._do("POST", "/goog/cdp/execute", {"cmd": command, "params": told})

    def _do(self, method: str, path: str, body: object | None = None) -> Any:  # noqa: ANN401 - JSON
        return self._send(method, f"{self._session}{path}", body)

    def _send(self, method: str, path: str, body: object | None = None) -> Any:  # noqa: ANN401 - JSON
        answer = self._http.request(method, path, json=body if body is not None or method == "GET" else {})
        value = answer.json()["value"]
        if answer.status_code != 200:
            message = f"{value['error']}: {value['message']}"
            raise BrowserError(message)
        return value

    def open(self, url: str) -> None:
        """Go to an address."""
        self._do("POST", "/url", {"url": url})

    def find(self, css: str) -> str:
        """The first element that fits; waits for it to come."""
        found = self._do("POST", "/element", {"using": "css selector", "value": css})
        return str(found[ELEMENT])

    def find_button(self, text: str) -> str:
        """The button or link with a text."""
        path = (
            f"//*[self::button or self::a][normalize-space(.)='{text}' or .//span[starts-with(.,'{text}')]]"
        )
        return str(self._do("POST", "/element", {"using": "xpath", "value": path})[ELEMENT])

    def click(self, element: str) -> None:
        """Click with the mouse."""
        self._do("POST", f"/element/{element}/click")

    def follow(self, text: str) -> None:
        """Click the button with a text, and wait for the page that follows."""
        self.leave(lambda: self.click(self.find_button(text)))

    def leave(self, action: Callable[[], None]) -> None:
        """Do what leads to another page, and wait until that is there."""
        self.run("window.leaving = true")
        action()
        deadline = time.monotonic() + _SECONDS
        arrived = False
        while not arrived:
            assert time.monotonic() < deadline, "no other page came"
            with suppress(BrowserError):  # it is between two pages
                arrived = self.run("return !window.leaving && document.readyState === 'complete'")

    def write(self, css: str, text: str) -> None:
        """Click into a field and type."""
        self._do("POST", f"/element/{self.find(css)}/value", {"text": text})

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._do("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def run(self, script: str) -> Any:  # noqa: ANN401 - JSON
        """Run a script in the page; returns what it returns."""
        return self._do("POST", "/execute/sync", {"script": script, "args": []})

    @property
    def heading(self) -> str:
        """The text of the page's main heading."""
        return str(self._do("GET", f"/element/{self.find('h1')}/text"))

    @property
    def title(self) -> str:
        """The page's title."""
        return str(self._do("GET", "/title"))

    def text(self, css: str) -> str:
        """The visible text of an element."""
        return str(self._do("GET", f"/element/{self.find(css)}/text"))

    def screenshot(self, path: Path) -> None:
        """Write what is to be seen as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(self._do("GET", "/screenshot")))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._send("DELETE", self._session)
        finally:
            self._http.close()
            self._driver.terminate()
            self._driver.communicate(timeout=_SECONDS)
