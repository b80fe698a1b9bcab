"""The record as pages for people and as an HTTP API for programs."""

from pourparler.views.web.site import make_site

__all__ = ["make_site"]
