"""The one style sheet, generated from the tokens for a theme and a text size; right for both directions.

Rules name dynamic properties (`role`, `kind`, `problem`), never widgets of one page. No rule names a side,
except the place of a combo box's arrow: that one Qt mirrors by itself. `min-height` here beats code, so only
controls with one line have it. A radius above half the height would turn square.
"""

from __future__ import annotations

from string import Template

from app.ui.look import icon_files, tokens

_SHEET = """
* { outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: $p4; font-size: $caption; }
QWidget#scrolled, QScrollArea { background: transparent; border: none; }
QFrame[role="card"] { background: $surface; border: ${hair}px solid $line; border-radius: ${radius_card}px; }
QFrame[role="sunken"] { background: $sunken; border-radius: ${radius_control}px; }
QFrame[role="detail"], QWidget[role="detail"] { background: $surface; }
QFrame[role="footer"] { background: $surface; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="side"] { background: $side; }

QLabel { background: transparent; color: $text; }
QLabel[role="h1"] { font-size: $h1; font-weight: 600; }
QLabel[role="h2"] { font-size: $h2; font-weight: 600; }
QLabel[role="h3"] { font-size: $h3; font-weight: 600; }
QLabel[role="kiosk"] { font-size: $kiosk; font-weight: 600; }
QLabel[role="lead"] { font-size: $lead; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="caption"] { color: $muted; font-size: $caption; }
QLabel[role="problem"] { color: $bad; font-size: $caption; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="accent"] { color: $accent_text; }

QPushButton { border-radius: ${radius_control}px; padding: 0 ${pad_button}px; min-height: $control;
    font-weight: 500; border: 1px solid transparent; color: $text; background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="secondary"] { background: $surface; border: ${hair}px solid $line_strong; }
QPushButton[kind="danger"] { background: $surface; border: ${hair}px solid $line_strong; color: $bad; }
QPushButton[kind="secondary"]:hover, QPushButton[kind="danger"]:hover { background: $sunken; }
QPushButton[kind="ghost"] { color: $accent_text; padding: 0 ${pad_ghost}px; }
QPushButton[kind="ghost"]:hover { background: $accent_soft; }
QPushButton[kind="bar"] { color: $muted; font-weight: 400; padding: 0 ${pad_ghost}px; }
QPushButton[kind="bar"]:hover { background: $sunken; }
QPushButton[kind="icon"] { padding: 0; min-width: $target; min-height: $target; }
QPushButton[kind="icon"]:hover { background: $sunken; }
QPushButton[large="true"] { min-height: $large; }
QPushButton:disabled { color: $faint; background: $sunken; border: 1px solid $line; }
QPushButton[kind="ghost"]:disabled { background: transparent; border: none; }
QPushButton:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus_on_accent; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QTextEdit, QComboBox { background: $surface; color: $text; border: ${hair}px solid $line_strong;
    border-radius: ${radius_control}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QTextEdit { placeholder-text-color: $faint; }
QLineEdit { min-height: $edit; padding: 0 ${pad_edit}px; }
QComboBox { min-height: $edit; padding: 0 ${pad_edit}px; combobox-popup: 0; }
QTextEdit { padding: ${pad_text}px ${pad_text}px; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid $focus; }
QLineEdit[problem="true"], QTextEdit[problem="true"], QComboBox[problem="true"] { border: 2px solid $bad; }
QLineEdit[problem="true"]:focus, QTextEdit[problem="true"]:focus, QComboBox[problem="true"]:focus {
    border: 2px solid $focus; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $faint; }
QLineEdit[role="bar"] { background: $sunken; border: ${bar_edge}; }
QLineEdit[role="bar"]:focus { border: 2px solid $focus; }
QComboBox::drop-down { subcontrol-position: center right; border: none; width: $arrow_room; }
QComboBox::down-arrow { image: url("$arrow"); width: $mark; height: $mark; }
QListWidget[role="topics"] { background: transparent; border: none; outline: none; }
QListWidget[role="topics"]::item { min-height: $target; padding: 0 $p8; border: 2px solid transparent;
    border-radius: ${radius_control}px; }
QListWidget[role="topics"]::item:disabled { color: $muted; border: none; }
QListWidget[role="topics"]::item:selected { background: $accent_soft; color: $accent_text; border: $chosen_edge; }
QListWidget[role="topics"]::item:selected:focus { border: 2px solid $focus; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: $surface; color: $text;
    border: 1px solid $line_strong; selection-background-color: $accent_soft;
    selection-color: $accent_text; padding: $p4; }
QComboBox QAbstractItemView::item, QListView[role="popup"]::item { min-height: $target; padding: 0 $p8;
    border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QListView[role="popup"]::item:selected { background: $accent_soft;
    color: $accent_text; }

QCheckBox, QRadioButton { spacing: $p8; min-height: $target; background: transparent; border: 2px solid transparent;
    border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: $box; height: $box; border: 1px solid $line_strong;
    background: $surface; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: ${box_half}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { width: $dot; height: $dot; background: $on_accent; border: ${ring}px solid $accent; }

QListView, QTableView, QTreeView, QHeaderView { background: transparent; border: none; color: $text; }
QFileDialog QHeaderView, .QCompleterListView, .QListView { background: $surface; color: $text; }
QFileDialog QHeaderView::section { background: $surface; color: $muted; border: none; padding: $p4; }
QFileDialog QListView, QFileDialog QTreeView { background: $surface; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QMenu { background: $surface; color: $text; border: ${hair}px solid $line_strong; padding: $p4; }
QMenu::item { padding: $p8 $p24; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::separator { height: 1px; background: $line; margin: $p4; }
QProgressBar { background: $sunken; border: $bar_edge; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line_strong; }
QFrame[role="sunken"] QRadioButton { min-height: 0; border: none; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QToolButton { color: $text; background: transparent; padding: $p4 $p8; font-weight: 600; }
QCalendarWidget QToolButton:focus { border: 2px solid $focus; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QAbstractItemView { background: $surface; selection-background-color: $accent;
    selection-color: $on_accent; }
QDialog, QMessageBox { background: $bg; }
"""


def style_sheet(theme: str, factor: float) -> str:
    """The sheet for one theme and one text size (1.0 is 100 %)."""
    values = {name.replace("-", "_"): shade for name, shade in tokens.COLOURS[theme].items()}
    values |= {role: f"{round(size * factor)}px" for role, size in tokens.SIZES.items()}
    values |= {f"p{space}": f"{round(space * factor)}px" for space in tokens.SPACE}
    values |= _sizes(factor)
    values |= _edges(theme)
    values |= {
        "arrow": _file(values["muted"], "chevron-down"),
        "tick": _file(values["on_accent"], "check"),
    }
    return Template(_SHEET).substitute(values)


def _sizes(factor: float) -> dict[str, str]:
    def scaled(size: float) -> int:
        return round(size * factor)

    return {
        "control": f"{scaled(34)}px",
        "edit": f"{scaled(32)}px",
        "large": f"{scaled(48)}px",
        "target": f"{scaled(32)}px",
        "box": f"{scaled(20)}px",
        "box_half": str(scaled(20) // 2 + 1),  # with its edge
        "ring": str(scaled(6)),
        "dot": f"{scaled(20) - 2 * (scaled(6) - 1)}px",
        "mark": f"{scaled(16)}px",
        "arrow_room": f"{scaled(30)}px",
        "pad_button": str(scaled(14)),
        "pad_ghost": str(scaled(8)),
        "pad_edit": str(scaled(12)),
        "pad_text": str(scaled(8)),
        "radius_card": str(tokens.RADIUS_CARD),
        "radius_control": str(tokens.RADIUS_CONTROL),
    }


def _edges(theme: str) -> dict[str, str]:
    shades = tokens.COLOURS[theme]
    edges = {"hair": "1", "bar_edge": "1px solid transparent", "chosen_edge": "2px solid transparent"}
    if theme == tokens.CONTRAST:
        edges = {"hair": "2", "bar_edge": "2px solid #FFFFFF", "chosen_edge": f"2px solid {shades['accent']}"}
    return edges | {"focus_on_accent": shades["text"]}


def _file(shade: str, name: str) -> str:
    """The path of a recoloured icon, empty if the cache folder cannot be written."""
    try:
        return icon_files.file_in(shade, name).as_posix()
    except OSError:
        return ""
