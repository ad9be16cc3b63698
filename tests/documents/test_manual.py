"""docs/manual says what the help says, in six languages; its pictures show the pages of today, its links lead on."""

from __future__ import annotations

import re

from PIL import Image

from app.i18n import SIX
from docs import build_manual, manual_pictures

_LINK, _ANCHOR = re.compile(r"\]\(([^)\s]+)\)"), re.compile(r'<a id="([^"]+)">')


def test_the_committed_manual_is_what_the_script_makes() -> None:
    made = build_manual.files()
    there = {path.relative_to(build_manual.FOLDER).as_posix() for path in build_manual.FOLDER.rglob("*.md")}
    assert there == set(made)
    old = [name for name, text in made.items() if (build_manual.FOLDER / name).read_text("utf-8") != text]
    assert not old, "run: python -m docs.build_manual"


def test_every_link_of_the_manual_leads_to_a_file_and_a_heading() -> None:
    for name, text in build_manual.files().items():
        here = build_manual.FOLDER / name
        for link in _LINK.findall(text):
            file, _hash, anchor = link.partition("#")
            target = (here.parent / file).resolve()
            assert target.is_file(), (name, link)
            assert not anchor or anchor in _ANCHOR.findall(target.read_text("utf-8")), (name, link)


def test_every_picture_was_made_from_the_page_and_the_words_of_today() -> None:
    wanted = manual_pictures.digests()
    assert len(wanted) == len(SIX) * len(manual_pictures.PAGES)
    assert manual_pictures.kept() == wanted, "run: python -m docs.build_manual pictures"
    there = {path.name for path in manual_pictures.HERE.glob("*.png")}
    assert there == set(wanted)
    for name in there:
        with Image.open(manual_pictures.HERE / name) as picture:
            assert picture.size == manual_pictures.SIZE and len(picture.getcolors() or ()) > 12, name
