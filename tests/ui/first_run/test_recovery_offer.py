from __future__ import annotations

from app.services.keeping import recovering
from app.services.opening.workspace import Workspace
from app.ui.first_run.recovery_offer import RecoveryOffer
from app.ui.lock.screen import LockScreen
from app.ui.shell.frame import Frame
from app.ui.widgets.banner import Banner
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated


def test_a_new_workspace_hears_a_second_time_that_the_data_would_be_gone_and_can_put_words_off(
    desk, workspace: Workspace, qtbot
) -> None:
    one = desk()
    one.offer_recovery(workspace)
    offer = one.window.centralWidget()
    assert isinstance(offer, RecoveryOffer)
    assert "the data is gone" in offer.findChild(Banner).accessibleName()
    offer.later.click()
    frame = one.window.centralWidget()
    assert isinstance(frame, Frame)
    page = frame.pages.page()
    qtbot.waitUntil(lambda: page.seen is not None)
    assert page.seen.recovery == "missing"


def test_words_on_the_screen_are_locked_away_like_everything_else(desk, workspace: Workspace) -> None:
    one = desk()
    one.offer_recovery(workspace)
    offer = one.window.centralWidget()
    offer.show_words.click()
    one.lock()
    assert one.workspace is None
    assert isinstance(one.window.centralWidget(), LockScreen)


def test_kept_words_lead_to_the_first_page(desk, workspace: Workspace) -> None:
    one = desk()
    one.offer_recovery(workspace)
    offer = one.window.centralWidget()
    offer.show_words.click()
    for field, word in zip(offer.maker.asked.fields, offer.maker.asked._wanted, strict=True):  # noqa: SLF001
        field.set_value(word)
    offer.maker.keep.click()
    assert isinstance(one.window.centralWidget(), Frame)
    assert recovering.standing(workspace).exists


def test_the_offer_is_named_translated_and_uncut(workspace: Workspace, in_front, dressed, qtbot) -> None:
    dressed("qps")
    offer = RecoveryOffer(workspace)
    offer.resize(1366, 768)
    in_front(offer)
    assert not unnamed(offer)
    assert not untranslated(offer)
    qtbot.waitUntil(lambda: not clipped(offer))
