"""Word lists written as prose, and the one that names and trees share."""


def words(listing: str) -> frozenset[str]:
    """The blank-separated words of a listing."""
    return frozenset(listing.split())


# What a person is called by before the name: offices, ranks, forms of address, callings.
OFFICES = words(
    """
    president vice-president premier chancellor minister ministers secretary ambassador
    envoy spokesman spokeswoman spokesperson governor mayor senator congressman
    congresswoman judge justice king queen prince princess emperor sultan emir sheikh pope
    cardinal archbishop bishop imam ayatollah general colonel major captain lieutenant
    admiral commander commandant marshal sergeant mr mr. mrs mrs. ms ms. miss dr dr. sir
    lord lady dame professor prof. gen. col. maj. capt. lt. sgt. adm. sen. rep. gov. rev.
    reverend hon. leader chairman chairwoman chairperson diplomat negotiator mediator
    lawmaker politician activist journalist analyst director chief opposition-leader
    counterpart representative deputy commissioner attorney lawyer author actor actress
    singer player coach president-elect ex-president taoiseach administrator speaker
    secretary-general undersecretary treasurer inspector superintendent cleric mufti patriarch
    mp mep coordinator councillor councilor
    """
)
