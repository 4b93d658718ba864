"""How one row of a long list is painted."""
