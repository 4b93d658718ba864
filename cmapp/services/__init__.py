"""What the program does with its store and its connectors: no Qt, no requests."""
