"""One folder per platform; they do not know each other and are loaded by name."""
