"""What the program talks about: pure values, no I/O, imports nothing of ours."""
