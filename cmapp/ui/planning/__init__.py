"""The calendar of planned posts: what it holds, how it is painted, the views of it."""
