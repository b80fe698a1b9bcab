"""The record: reports and their readings, kept in one database, as of any day."""

from pourparler.record.connection import without_password
from pourparler.record.kinds import KINDS, Kind
from pourparler.record.rows import FOREVER, Rows
from pourparler.record.store import Store, open_store

__all__ = ["FOREVER", "KINDS", "Kind", "Rows", "Store", "open_store", "without_password"]
