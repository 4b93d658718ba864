"""Writing one post for several accounts: the parts of the Write pane."""
