"""`python -m app` is the same as `groundwork`; importing this module does nothing, for guarded children do so."""

from __future__ import annotations

if __name__ == "__main__":
    import multiprocessing
    import sys

    multiprocessing.freeze_support()
    from app.main import main

    sys.exit(main())
