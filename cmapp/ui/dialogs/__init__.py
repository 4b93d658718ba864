"""What opens over the window and asks for an answer."""
