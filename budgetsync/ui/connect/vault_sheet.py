"""A key could not be kept: each way out in place, and on with what was begun."""

from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.sheet import Sheet
from budgetsync.ui.connect.vault_ways import VaultWays
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone

translate = QCoreApplication.translate


class VaultSheet(Sheet):
    """No bank is connected whose key cannot be kept."""

    opened = Signal()
    """A key can be tried to be kept again."""

    def __init__(self, icons: Icons, core: Core, bridge: Bridge, trouble: Trouble) -> None:
        text = translate(
            "Vault", "Nothing was connected: the key of a connection has to be kept in a safe place."
        )
        super().__init__(
            icons, translate("Vault", "The key cannot be kept"), text, icon="key", tone=Tone.WARNING
        )
        self._core, self._bridge = core, bridge
        self.ways = VaultWays(icons)
        self.ways.show_trouble(trouble)
        self.ways.again.connect(self.opened)
        self.ways.session_only.connect(lambda: self._turn(core.keys.keep_for_session))
        self.ways.passphrase_chosen.connect(lambda word: self._turn(partial(core.keys.keep_in_file, word)))
        self.add(self.ways)
        self.add_leave(translate("Vault", "Cancel"), translate("Vault", "Do not connect a bank now"))
        self.begin_with(self.ways.again_button)

    def _turn(self, step: Callable[[], Awaitable[None]]) -> None:
        async def turn() -> None:
            await step()
            self.opened.emit()

        self._bridge.spawn(turn(), on_error=self.ways.show_trouble)
