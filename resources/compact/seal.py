"""Write the hashes of the pack's files into its manifest: run after every edit of a file, from any folder.

python resources/compact/seal.py            seals gcm-1.4.0
python resources/compact/seal.py FOLDER     seals the pack in FOLDER
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path


def seal(folder: Path) -> int:
    """Renew `files` in the manifest and return how many files there are; languages follow from the words."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = sorted(path for path in folder.rglob("*.json") if path.name != "manifest.json")
    manifest["files"] = {
        path.relative_to(folder).as_posix(): {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "size_bytes": path.stat().st_size,
        }
        for path in found
    }
    (folder / "manifest.json").write_bytes((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    return len(found)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "gcm-1.4.0"
    sys.exit(0 if seal(target) else 1)
