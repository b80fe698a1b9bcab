"""Word lists written as prose, a page of them at a time."""


def words(listing: str) -> frozenset[str]:
    """The blank-separated words of a listing."""
    return frozenset(listing.split())
