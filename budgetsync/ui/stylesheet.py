"""The few shapes that a palette cannot say: cards, buttons, fields, menus, thin scroll bars."""

from string import Template

from budgetsync.ui.colours import Colours

_SHAPES = Template("""
QToolTip { background: $card; color: $text; border: 1px solid $edge; padding: 4px 6px; }
QMainWindow, QScrollArea, QScrollArea > QWidget > QWidget#Page { background: $window; }
QScrollArea { border: 1px solid transparent; border-radius: 6px; }
QScrollArea:focus { border-color: $accent; }
QFrame#Card { background: $card; border: 1px solid $line; border-radius: 10px; }
QFrame#Palette { background: $card; border: 1px solid $edge; border-radius: 10px; }
QFrame#Palette QLineEdit { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 6px 8px; selection-background-color: $selection; selection-color: $text; }
QFrame#Palette QListWidget { background: $card; border: none; outline: none; }
QFrame#Palette QListWidget::item { padding: 5px 8px; border-radius: 5px; color: $text; }
QFrame#Palette QListWidget::item:selected { background: $selection; color: $text; }
QFrame#Floating { background: $card; border: 1px solid $edge; border-radius: 10px; }
QFrame#Filters { background: $card; border: 1px solid $edge; }
QFrame#Bulk { background: $tint; border: none; border-top: 1px solid $line; }
QFrame#Entry { background: $tint; border: none; border-top: 1px solid $line; }
QFrame#Notice { background: $tint; border: none; border-radius: 8px; }
QFrame#Notice[tone="warning"] { background: $warning_tint; }
QFrame#Hairline { background: $line; border: none; }

QLabel[tone="secondary"] { color: $secondary; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="busy"] { color: $accent; }

QPushButton { background: $card; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 4px 12px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 1px solid $accent; outline: none; }
QPushButton:disabled { color: $secondary; background: $window; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 1px solid $text; outline: none; }
QPushButton[kind="primary"]:disabled { background: $track; color: $secondary; border-color: $track; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border: 1px solid transparent;
    padding: 3px 8px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:checked { background: $selection; }
QPushButton[kind="quiet"]:focus { border: 1px solid $accent; outline: none; }
QPushButton[kind="quiet"]:disabled { color: $secondary; background: transparent; }
QPushButton[kind="chip"] { background: $hover; border: 1px solid transparent; border-radius: 9px; padding: 1px 8px;
    min-height: 16px; }
QPushButton[kind="chip"]:hover { background: $line; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent; outline: none; }

QRadioButton, QCheckBox { spacing: 6px; padding: 2px 4px; border: 1px solid transparent; border-radius: 6px; }
QRadioButton:focus, QCheckBox:focus { border-color: $accent; outline: none; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 8px;
    background: $field; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 4px;
    background: $field; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; }
QCheckBox::indicator:disabled { border-color: $line; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QComboBox { background: $card; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 3px 8px;
    min-height: 18px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; }
QComboBox:focus { border: 1px solid $accent; }
QComboBox:disabled { color: $secondary; background: $window; border-color: $line; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $edge; outline: none;
    selection-background-color: $selection; selection-color: $text; }

QDateEdit { background: $card; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 3px 8px;
    min-height: 18px; selection-background-color: $selection; selection-color: $text; }
QDateEdit:focus { border: 1px solid $accent; }
QDateEdit::drop-down { subcontrol-origin: padding; subcontrol-position: center right; border: none; width: 22px;
    }
QDateEdit::up-button, QDateEdit::down-button { width: 0; }
QDateEdit::down-arrow { image: none; }
QPushButton[kind="menu"] { padding: 4px 26px 4px 8px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }

QTableView { background: $card; border: none; gridline-color: transparent; outline: none;
    selection-background-color: $selection; selection-color: $text; }
QFrame#Card QLineEdit { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 4px 8px; min-height: 18px; selection-background-color: $selection; selection-color: $text; }
QFrame#Card QLineEdit:focus { border: 1px solid $accent; }
QFrame#Card QLineEdit:read-only, QFrame#Card QLineEdit:disabled { background: $window; color: $secondary; }

QTableView QLineEdit { background: $field; color: $text; border: 1px solid $accent; border-radius: 3px;
    padding: 0 5px; selection-background-color: $selection; selection-color: $text; }
QScrollArea#Details, QScrollArea#Details > QWidget > QWidget { background: $card; }
QWidget#DetailsInner { background: $card; }
QTableView#Log, QTableView#Figures { border: 1px solid transparent; border-radius: 6px; }
QTableView#Log:focus, QTableView#Figures:focus { border-color: $accent; }
QTableView#Entries { selection-background-color: transparent; }
QSplitter#Parted::handle { background: $line; }
QPlainTextEdit#Raw { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $selection; selection-color: $text; }
QPlainTextEdit#Raw:focus { border-color: $accent; }
QLineEdit#Search { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $selection; selection-color: $text; }
QLineEdit#Search:focus { border: 1px solid $accent; }
QFrame#Rows { background: $window; border: none; border-radius: 8px; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $secondary; border: none; border-bottom: 2px solid transparent;
    padding: 5px 2px; margin-right: 18px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $secondary; border: none;
    border-bottom: 1px solid $line; padding: 4px 10px; }

QListWidget#Sections { background: transparent; border: none; outline: none; }
QListWidget#Sections::item { padding: 6px 10px; border-radius: 6px; color: $text; }
QListWidget#Sections::item:hover { background: $hover; }
QListWidget#Sections::item:selected { background: $selection; color: $text; }
QListWidget#Sections::item:focus { border: 1px solid $accent; }
QTableWidget::item, QTableView#Log::item { padding: 0 7px; }
QTableView#Figures::item { padding: 0 8px; }

QSplitter::handle { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $window; color: $text; border: none; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $card; color: $text; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $secondary; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $window; color: $secondary; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $secondary; }
""")


def stylesheet(colours: Colours) -> str:
    """Fill in the colours."""
    return _SHAPES.substitute({name: getattr(colours, name) for name in Colours.__slots__})
