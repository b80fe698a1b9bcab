"""What readers of positions, preconditions and phases share: who is a party, which issue a phrase
names, and by which words a stance or an order is taken."""
