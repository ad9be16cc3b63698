"""Web pages: whole by themselves, without script or network, and readable by a keyboard and a voice."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
from datetime import date

import pytest
from lxml import html as parser

from app.reports.document import Bilingual, Document, Moment, Timeline
from app.reports.web import draw
from tests.reports.reading import WHEN
from tests.reports.sample_words import WORDS
from tests.reports.samples import HOSTILE, designed, further, sample


def drawn(document: Document | Bilingual) -> str:
    made = io.BytesIO()
    draw(document, made, when=WHEN)
    return made.getvalue().decode()


PAGES = {
    "en": drawn(sample("en")),
    "ar": drawn(sample("ar")),
    "designed": drawn(designed("ar")),
    "further": drawn(further("ar")),
    "after": drawn(Bilingual(sample("fr"), sample("ar"))),
    "beside": drawn(Bilingual(sample("en"), sample("ar"), beside=True)),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_else_and_runs_nothing(name: str) -> None:
    page = parser.document_fromstring(PAGES[name])
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    sheet = page.xpath("//style/text()")[0]
    known = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{known}'" in policy
    assert not page.xpath("//script | //link | //iframe | //object | //form | //@style")
    assert not [one for one in page.xpath("//@*") if one.attrname.startswith("on")]
    targets = page.xpath("//@src | //@href | //@xlink:href", namespaces={"xlink": "http://www.w3.org/1999/xlink"})
    assert all(one.startswith(("#", "data:image/")) for one in targets)
    assert "url(" not in sheet and "@import" not in sheet


@pytest.mark.parametrize("name", PAGES)
def test_headings_regions_tables_and_pictures_are_what_a_voice_needs(name: str) -> None:
    page = parser.document_fromstring(PAGES[name])
    levels = [int(one.tag[1]) for one in page.xpath("//*[re:test(name(), '^h[1-6]$')]", namespaces=_RE)]
    assert levels[0] == 1
    assert all(later - before <= 1 for before, later in zip(levels, levels[1:], strict=False))
    assert len(page.xpath("//main")) == len(page.xpath("//body/footer")) == 1
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {one[1:] for one in page.xpath("//@href")} <= set(names)
    for table in page.xpath("//table"):
        assert table.xpath("./caption") or table.xpath("./thead") or table.getparent().tag == "figure"
        assert not table.xpath(".//th[not(@scope)]")
    assert all(one.strip() for one in page.xpath("//img/@alt")) and not page.xpath("//img[not(@alt)]")
    drawings = page.xpath("//svg[not(@aria-hidden) and not(title) and not(text)]")
    assert drawings == []
    assert page.xpath("//html/@lang") and page.xpath("//html/@dir")


def test_a_cover_numbers_of_headings_and_short_facts_are_set_apart() -> None:
    page = parser.document_fromstring(PAGES["designed"])
    assert page.xpath("//header[@class='title cover']/h1")
    assert page.xpath("//main//h2[1]/span[@class='mark']/text()") == ["4"]
    facts = page.xpath("//dl[@class='facts compact']/div")
    assert [one.get("class") for one in facts] == [None, None, "long"]
    strip = page.xpath("//div[@class='scroll coverage strip']//tr")
    assert [len(row) for row in strip] == [23, 23]
    assert page.xpath("//blockquote[@class='pull']") and len(page.xpath("//main//ul/li")) == 3 + 4


_RE = {"re": "http://exslt.org/regular-expressions"}


def test_languages_and_directions_are_told_where_they_change() -> None:
    english, arabic = (parser.document_fromstring(PAGES[name]) for name in ("en", "ar"))
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    (foreign,) = english.xpath("//body//*[@lang]")
    assert (foreign.tag, foreign.get("dir"), foreign.text_content()) == ("blockquote", "rtl", WORDS["ar"]["quote"])
    both = parser.document_fromstring(PAGES["after"])
    assert [(one.get("lang"), one.get("dir")) for one in both.xpath("//article")] == [("fr", "ltr"), ("ar", "rtl")]
    beside = parser.document_fromstring(PAGES["beside"]).xpath("//div[@class='pair']")
    assert len(beside) > 10
    assert {tuple(kid.get("lang") for kid in one) for one in beside} == {("en", "ar")}


def test_what_people_wrote_stays_text_wherever_it_stands() -> None:
    page = PAGES["further"]
    assert "<script" not in page and "<img src=http" not in page
    told = HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\n")
    assert html.escape(told).replace("\n", "<br>") in page
    opened = parser.document_fromstring(page)
    assert opened.xpath("//img/@alt") == [told]
    assert opened.xpath("//title")[0].text_content().startswith("<script>")
    assert "not-told" not in page
    assert not re.search("[\x00-\x08\x0b-\x1f]", page)


def test_paper_night_and_telephone_are_thought_of() -> None:
    (sheet,) = parser.document_fromstring(PAGES["en"]).xpath("//style/text()")
    for asked in ("prefers-color-scheme:dark", "@media print", "max-width:40rem", ":focus-visible", ".breaks"):
        assert asked in sheet
    assert 'class="breaks"' in PAGES["en"], "what begins a page on paper"
    assert drawn(sample("en")) == PAGES["en"]


def test_a_moment_lasts_to_the_end_of_its_last_day_and_one_outside_of_the_time_is_told_in_words_alone() -> None:
    ticks = ((date(2026, 7, 1), "July"), (date(2026, 8, 1), "August"), (date(2027, 1, 1), "never"))
    moments = (
        Moment("whole", date(2026, 7, 1), date(2026, 9, 30), "all of it"),
        Moment("august", date(2026, 8, 1), date(2026, 8, 31), "August"),
        Moment("other", date(2020, 1, 1), date(2020, 2, 1), "before"),
    )
    told = Timeline("When", date(2026, 7, 1), date(2026, 9, 30), ticks, moments)
    page = parser.document_fromstring(drawn(Document("t", "en", "a", blocks=(told,))))
    head, *rows = page.xpath("//figure//tr")
    widths = [[float(one) for one in row.xpath(".//rect/@width")] for row in rows]
    assert widths == [[400.0], [pytest.approx(400 * 31 / 92, abs=0.1)], []]
    assert head.xpath(".//text/text()") == ["July", "August"]
    assert "before" in rows[2].text_content()
