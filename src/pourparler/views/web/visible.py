"""Text that nobody vouches for, made safe to look at; see `pourparler.views.visible`."""

from pourparler.views.visible import visible

__all__ = ["visible"]
