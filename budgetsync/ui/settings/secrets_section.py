"""Secrets: where they are kept, whether that opens, and keys from a `.env` file."""

from PySide6.QtCore import QCoreApplication, Signal

from budgetsync.core import Core
from budgetsync.domain.vault_state import VaultStanding, VaultState
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text, engine_trouble
from budgetsync.ui.settings.env_rows import EnvRows
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.rows import Card, Line, Row, Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.told import told_by_environment
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class SecretsSection(Section):
    """The place for secrets. It is tried when the section is first seen, and when the person asks for it."""

    restart_requested = Signal()
    """New keys are kept, which are used from the next start on."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, outside: Outside) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Secrets"),
            translate(
                "Settings",
                "The keys to your banks and to Plaid. They are in no file that can be read, and no backup.",
            ),
        )
        self._core, self._icons = core, icons
        self._was_tried = False
        self._add_place(self.add_card())
        if outside.read_env is not None:
            self.env = EnvRows(core, bridge, icons, outside.read_env)
            self.env.restart_requested.connect(self.restart_requested)
            card = self.add_card(translate("Settings", "Keys from a file"))
            card.add(self.env)

    async def load(self) -> None:
        """Try the place once; a keyring that asks for a password is not to ask at each look."""
        if not self._was_tried:
            self._was_tried = True
            await self._try()

    def _add_place(self, card: Card) -> None:
        name = translate("Settings", "Check the place for secrets, by writing to it")
        self.check_button = button(translate("Settings", "Check again"), name)
        self.check_button.clicked.connect(lambda: self._bridge.spawn(self._try()))
        explanation = translate("Settings", "Chosen when BudgetSync was set up.")
        if "BUDGETSYNC_VAULT" in self._core.told_settings:
            explanation = told_by_environment("BUDGETSYNC_VAULT")
        self.place_row = Row(self._icons, self._place(), explanation, (self.check_button,))
        self.state = Line(self._icons)
        self.way_out = Words("")
        self.way_out.hide()
        self.place_row.add_below(self.state)
        self.place_row.add_below(self.way_out)
        card.add(self.place_row)
        keep = translate("Settings", "Keep using it")
        self.accept_button = button(keep, translate("Settings", "Keep using this place for secrets"))
        self.accept_button.clicked.connect(self._accept)
        self.changed_row = Row(
            self._icons, translate("Settings", "Another place than last time"), " ", (self.accept_button,)
        )
        card.add(self.changed_row)
        card.show_row(self.changed_row, shown=False)
        self._card = card

    async def _try(self) -> None:
        self.check_button.setEnabled(False)
        text = translate("Settings", "A secret is being written and read.")
        self.state.show_status(Status("syncing", text, Tone.BUSY))
        try:
            self._show(await self._core.try_vault())
        finally:
            self.check_button.setEnabled(True)

    def _show(self, found: VaultState) -> None:
        self.place_row.title.setText(self._place())
        if found.standing is VaultStanding.OPEN:
            text = translate("Settings", "It opens: a secret was written, read and deleted just now.")
            self.state.show_status(Status("ok", text, Tone.OK))
            self.way_out.show_text("")
        else:
            assert found.trouble is not None
            trouble = engine_trouble(found.trouble)
            icon = "key" if found.standing is VaultStanding.LOCKED else "attention"
            self.state.show_status(Status(icon, f"{trouble.title}. {trouble.message}", Tone.ERROR))
            self.way_out.show_text(f"{trouble.action} {_meanwhile(found.standing)}")
        if found.before is not None:
            text = translate(
                "Settings",
                "The secrets of this ledger were in {before}, and now {place} is in use. Connections may need "
                "signing in again; start the former one and check again to have them back.",
            )
            self.changed_row.explanation.show_text(text.format(before=found.before, place=found.place))
        self._card.show_row(self.changed_row, shown=found.before is not None)

    def _accept(self) -> None:
        self.keep(self.changed_row, self._core.accept_vault(), told=self._accepted)

    def _accepted(self) -> None:
        self._card.show_row(self.changed_row, shown=False)
        self.place_row.feedback.saved()

    def _place(self) -> str:
        place = engine_text(self._core.vault_place)
        return place[:1].upper() + place[1:]


def _meanwhile(standing: VaultStanding) -> str:
    if standing is VaultStanding.LOCKED:
        return translate("Settings", "Until then no bank is asked; the ledger itself is not affected.")
    return translate(
        "Settings",
        "BUDGETSYNC_PASSPHRASE in the environment has secrets kept in a file that is sealed with it. Until then "
        "no bank is asked; the ledger itself is not affected.",
    )
