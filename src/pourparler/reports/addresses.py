"""What an address of the web sends: only an address that the user named is ever asked."""

import io
import re
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.reports.limits import MEGABYTE, Limits

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_FIX = "Look at the address and the connection, or save the feed to a file and read that."


def is_address(path: str) -> bool:
    """Whether what the user named is an address rather than a file."""
    return _ADDRESS.match(path) is not None


def fetch(address: str, limits: Limits) -> BinaryIO:
    """What the address sends, whole. Raises ReportError when it fails, stalls or is too long."""
    request = urllib.request.Request(address, headers={"User-Agent": "pourparler"})
    try:
        with urllib.request.urlopen(request, timeout=limits.timeout) as answer:
            body: bytes = answer.read(limits.page + 1)
    except urllib.error.HTTPError as error:
        raise ReportError(f"the address answers {error.code} {error.reason}", fix=_FIX) from error
    except (OSError, HTTPException, ValueError) as error:
        said = getattr(error, "reason", None) or error
        raise ReportError(f"the address cannot be read: {said}", fix=_FIX) from error
    if len(body) > limits.page:
        raise ReportError(
            f"the address sends more than {limits.page // MEGABYTE} MB",
            fix="Save it to a file and read that.",
        )
    return io.BytesIO(body)
