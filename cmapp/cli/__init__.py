"""`cmapp …`: every command of the window, for scripts."""
