"""Make `resources/icons` from the pinned npm package: `npm pack @tabler/icons@3.51.0`, then run this on the file.

    python resources/build_icons.py tabler-icons-3.51.0.tgz

The package is refused unless its SHA-256 is the one below. Each drawing keeps its paths; the stroke is
1.75 units of 24 (2.4 is set for small marks when they are painted) and the colour stays `currentColor`,
because the window recolours icons from its tokens. `SOURCES.tsv` lists every file with its own hash.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tarfile
from pathlib import Path

PACKAGE = "@tabler/icons"
VERSION = "3.51.0"
SHA256 = "b30108713d3fa60aee862c2a133225da8e0f309be0708fe2925763ff810c766c"
HERE = Path(__file__).resolve().parent / "icons"
NAMES = """
adjustments alert-circle alert-octagon alert-triangle arrow-back-up arrow-forward-up arrow-left arrow-merge arrow-right
arrows-join-2 barrier-block bell briefcase building bulb calendar cash chart-bar check chevron-down chevron-left
chevron-right chevron-up circle circle-check circle-dot circle-x clipboard-list clock cloud cloud-off contrast copy
database device-floppy device-laptop door dots download e-passport external-link eye eye-check eye-off file-check
file-text file-type-pdf filter flag folder folder-open heart-handshake help-circle history home-heart id id-badge-2
inbox info-circle key language layout-dashboard layout-grid lifebuoy link list-check list-details lock lock-open mail
map-pin message message-2-heart minus moon palette paperclip pencil plane plane-arrival plant-2 player-stop plus printer
refresh route scale school search send settings shield-check shield-heart shield-lock speakerphone sun table target
text-size trash truck umbrella unlink upload usb user user-check user-x users users-group volume wifi-off world
world-heart x
""".split()


def main(package: Path) -> int:
    """Write every icon, the licence and the list of sources; nothing is written if the hash differs."""
    content = package.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.stderr.write(f"{package.name} has SHA-256 {found}, expected {SHA256}\n")
        return 1
    HERE.mkdir(exist_ok=True)
    lines = [f"# {PACKAGE} {VERSION} (MIT), package SHA-256 {SHA256}", "file\tin the package\tsha256"]
    with tarfile.open(package) as archive:
        for name in NAMES:
            inside = f"package/icons/outline/{name}.svg"
            drawing = _trim(_read(archive, inside))
            (HERE / f"{name}.svg").write_bytes(drawing)
            lines.append(f"{name}.svg\t{inside}\t{hashlib.sha256(drawing).hexdigest()}")
        (HERE / "LICENSE").write_bytes(_read(archive, "package/LICENSE"))
    (HERE / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise KeyError(name)
    return member.read()


def _trim(drawing: bytes) -> bytes:
    """One line, without the class, the comment and the invisible square; the stroke of our set."""
    text = re.sub(r"<!--.*?-->", "", drawing.decode("utf-8"), flags=re.DOTALL)
    text = re.sub(r"\sclass=\"[^\"]*\"", "", text)
    text = text.replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "")
    text = text.replace('stroke-width="2"', 'stroke-width="1.75"')
    text = re.sub(r"\s+", " ", text).replace("> <", "><").replace(" >", ">")
    return (text.strip() + "\n").encode("utf-8")


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
