"""The media library's parts: the grid and what it is filled from, a file's side, the crop."""
