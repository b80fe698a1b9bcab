"""Resolve the dependencies of pyproject.toml into exact versions with hashes.

Writes core.txt (what the program needs, and what builds it), test.txt (the extras and what the
tests need) and bench.txt (the peers that benchmarks run beside it), for every platform and every
supported Python. Run by `make constraints`.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent / "pyproject.toml"
# PyTorch is larger than all the rest, and only training asks for it.
_LEFT_OUT = "teach"


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


def _extras() -> list[str]:
    """The options that ask for every extra but the one left out."""
    extras = tomllib.loads(PROJECT.read_text())["project"]["optional-dependencies"]
    return [option for name in extras if name != _LEFT_OUT for option in ("--extra", name)]


if __name__ == "__main__":
    compile_to("core.txt")
    compile_to("bench.txt", "--group", f"{PROJECT}:bench", "--constraint", str(HERE / "core.txt"))
    compile_to(
        "test.txt", *_extras(), "--group", f"{PROJECT}:test", "--constraint", str(HERE / "core.txt")
    )
