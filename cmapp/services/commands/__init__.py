"""What the program can be asked to do: a module per area, all named in `table.py`."""
