"""What every platform shares: the shape of a connector, paging, signing in, plain text."""
