"""Readings: what one report says, each thing with the characters that prove it."""

from pourparler.readings.events.given import read_event_between
from pourparler.readings.read import VERSION, read, read_all

__all__ = ["VERSION", "read", "read_all", "read_event_between"]
