"""Charts on the screen: a `Chart` laid out, painted, walked along, hovered, tabled, put in files.

`scene` says where everything is, `paint` paints that, on the screen as in a file; `canvas` adds
the pointer and the keys, `view` the title, the table and the steps around it.
"""
