"""Write docs/manual from the help of the window, in six languages: `python -m docs.build_manual [pictures]`.

It first gathers what the code says of itself (`docs/gather_help.py`), so that one command brings help and manual up
to date. With the word `pictures` it also draws the window anew wherever a picture is older than its page. A test
holds the committed manual against this text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from app.i18n import OWN_NAMES, SIX, Translation
from app.manual import whole
from app.manual.keys import named
from app.manual.topic import Row, Topic
from docs import gather_help, manual_pictures

FOLDER = Path(__file__).with_name("manual")
INDEX = "README.md"


def main(words: list[str]) -> int:
    """Write what has changed and drop what is no longer told."""
    gather_help.TARGET.parent.mkdir(exist_ok=True)
    gather_help.TARGET.write_text(gather_help.text(), "utf-8")
    if "pictures" in words:
        manual_pictures.draw_stale()
    wanted = files()
    for path in FOLDER.rglob("*.md"):
        if path.relative_to(FOLDER).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, "utf-8")
    return 0


def files() -> dict[str, str]:
    """Every file of the manual by its path: one for each part of the help in each language, and the ways to them."""
    made = {INDEX: _languages()}
    for language in SIX:
        say = Translation(language)
        made[f"{language}/{INDEX}"] = _contents(say)
        made.update((f"{language}/{group}.md", _page(group, say)) for group in whole.GROUPS)
    return made


def _languages() -> str:
    lines = [f"- [{name}]({code}/{INDEX})" for code, name in OWN_NAMES.items()]
    return "\n".join(["# Groundwork", "", *lines]) + "\n"


def _contents(say: Translation) -> str:
    title = say.gettext("{label}: {value}").format(label="Groundwork", value=say.gettext("Help"))
    lines = [f"# {title}", "", say.gettext(whole.ALIKE)]
    for group, title in whole.GROUPS.items():
        lines += ["", f"## [{say.gettext(title)}]({group}.md)", ""]
        lines += [f"- [{say.gettext(one.title)}]({group}.md#{one.code})" for one in _of(group)]
    return _turned(lines, say)


def _page(group: str, say: Translation) -> str:
    lines = [f"# {say.gettext(whole.GROUPS[group])}"]
    for one in _of(group):
        lines += ["", *_topic(one, say)]
    return _turned(lines, say)


def _turned(lines: list[str], say: Translation) -> str:
    """The file, from right to left where the language is written so."""
    whole_page = ['<div dir="rtl">', "", *lines, "", "</div>"] if say.right_to_left else lines
    return "\n".join(whole_page) + "\n"


def _of(group: str) -> list[Topic]:
    return [one for one in whole.topics() if whole.group_of(one) == group]


def _topic(one: Topic, say: Translation) -> Iterator[str]:
    yield f'## <a id="{one.code}"></a>{say.gettext(one.title)}'
    if one.code in manual_pictures.PAGES:
        yield from ("", f"![{say.gettext(one.title)}](../pictures/{manual_pictures.name(one.code, say.language)})")
    for text in one.paragraphs:
        yield from ("", _marked(say.gettext(text)))
    if one.steps:
        yield ""
    for at, text in enumerate(one.steps, start=1):
        yield f"{at}. {_marked(say.gettext(text))}"
    if one.rows:
        yield ""
    for row in one.ordered(say):
        yield f"- {_row(row, say)}"
    if leads := whole.leads(one):
        ways = (f"[{say.gettext(other.title)}]({whole.group_of(other)}.md#{other.code})" for other in leads)
        told = say.gettext("{label}: {value}").format(label=say.gettext("See also"), value=say.row(tuple(ways)))
        yield from ("", told)


def _row(row: Row, say: Translation) -> str:
    term = _marked(whole.shown(say.gettext(row.term)))
    told = [_marked(say.gettext(text)) for text in (row.told, row.advice) if text]
    code = f"`{named(row.code, say)}`" if row.code else ""
    return " · ".join(part for part in (f"**{term}**", code, *told) if part)


def _marked(text: str) -> str:
    """The text as Markdown: nothing in it is taken for a mark."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;").replace("[", "\\[")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
