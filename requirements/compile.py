"""Resolve the dependencies of pyproject.toml into exact versions with hashes.

Writes core.txt (what the program needs, and what builds it), test.txt (the extras and what the
tests need) and bench.txt (the peers that benchmarks run beside it), for every platform and every
supported Python. Run by `make constraints`.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent / "pyproject.toml"


def compile_to(name: str, *options: str) -> None:
    """Resolve into `name`, keeping the versions already there where they still fit."""
    target = HERE / name
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", str(PROJECT)),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
            *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
            *("--group", f"{PROJECT}:build", *options, "--output-file", str(target)),
        ],
        check=True,
    )


if __name__ == "__main__":
    compile_to("core.txt")
    compile_to("bench.txt", "--group", f"{PROJECT}:bench", "--constraint", str(HERE / "core.txt"))
    tested = ("--all-extras", "--group", f"{PROJECT}:test")
    compile_to("test.txt", *tested, "--constraint", str(HERE / "core.txt"))
