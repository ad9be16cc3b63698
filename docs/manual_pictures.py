"""Pictures of the real window for the manual, and the proof that each shows the page of today.

Beside the pictures `made_of.json` keeps, for each, a digest of what it was made from: the modules of its page and
every text of them in the language of the picture. A test compares; `python -m docs.build_manual pictures` draws anew.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import tempfile
from pathlib import Path

from app.i18n import SIX, Translation

HERE = Path(__file__).with_name("manual") / "pictures"
KEPT = HERE / "made_of.json"
PAGES = ("overview", "objectives", "activities", "submissions", "inbox", "picture")
"""The pages that are shown, by the codes of their topics."""
_ROOMS = Path(__file__).resolve().parents[1] / "app" / "ui"
SIZE = (1100, 700)
_COLOURS = 64


def name(page: str, language: str) -> str:
    """The file of a picture."""
    return f"{page}-{language}.png"


def digests() -> dict[str, str]:
    """What each picture would be made from today."""
    sources = {page: _source(page) for page in PAGES}
    texts = {page: _texts(source) for page, source in sources.items()}
    spoken = [Translation(code) for code in SIX]
    return {name(page, say.language): _digest(sources[page], texts[page], say) for page in PAGES for say in spoken}


def kept() -> dict[str, str]:
    """What the pictures that lie there were made from."""
    return dict(json.loads(KEPT.read_text("utf-8"))) if KEPT.exists() else {}


def draw_stale() -> list[str]:
    """Draw each picture whose digest differs or that is missing; their names."""
    wanted, found = digests(), kept()
    stale = [one for one in wanted if wanted[one] != found.get(one) or not (HERE / one).exists()]
    HERE.mkdir(parents=True, exist_ok=True)
    for code in SIX:
        if pages := [page for page in PAGES if name(page, code) in stale]:
            _draw(pages, code)
    KEPT.write_text(json.dumps(wanted, indent=1, sort_keys=True) + "\n", "utf-8")
    return stale


def _source(page: str) -> str:
    return "".join(path.read_text("utf-8") for path in sorted((_ROOMS / page).glob("*.py")))


def _texts(source: str) -> list[str]:
    """Every text of the modules, shown or not; what must stand first in a file is left out to read them as one."""
    tree = ast.parse(source.replace("from __future__ import annotations", ""))
    constants = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant))
    return [one for one in constants if isinstance(one, str) and one]


def _digest(source: str, texts: list[str], say: Translation) -> str:
    told = "\n".join(say.gettext(text) for text in texts)
    return hashlib.sha256(f"{source}\n{told}".encode()).hexdigest()


def _draw(pages: list[str], code: str) -> None:
    """In a process of the window with the sample workspace that everybody can look around in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from app.services.demonstration import samples
    from app.settings import Settings
    from app.ui.appearance import make_application
    from app.ui.look import theme
    from app.ui.process.session import Session
    from app.ui.process.tasks import TaskRunner
    from app.ui.shell.frame import Frame
    from app.ui.words import speech

    def breathe() -> None:
        breathing = QEventLoop()
        QTimer.singleShot(150, breathing.quit)
        breathing.exec()

    with tempfile.TemporaryDirectory() as folder:
        os.environ["GROUNDWORK_HOME"] = folder
        application, tasks = make_application(), TaskRunner()
        speech.speak(application, code)
        workspace = samples.open_sample()
        theme.apply(application, "light", 100)
        for page in pages:
            frame = Frame(Session(workspace, tasks, Settings(language=code), workspace.pack))
            frame.resize(*SIZE)
            frame.show()
            frame.go(page)
            breathe()
            while tasks.running():
                breathe()
            breathe()
            _save(frame, HERE / name(page, code))
            frame.close()
            frame.leave()
        workspace.close()
        tasks.finish()


def _save(frame: object, path: Path) -> None:
    """With few colours: a picture of the window needs no more, and six languages of them stay small."""
    import io

    from PIL import Image
    from PySide6.QtCore import QBuffer

    made = QBuffer()
    made.open(QBuffer.OpenModeFlag.WriteOnly)
    frame.grab().save(made, "PNG")
    drawn = Image.open(io.BytesIO(bytes(made.data()))).convert("RGB")
    drawn.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
