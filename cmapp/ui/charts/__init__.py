"""Charts on the screen: a `Chart` laid out, drawn, walked along, hovered, tabled, put in files.

`scene` says where everything is, `plot` draws it with pyqtgraph, `paint` adds names and what is
unknown, on the screen as in a file; `canvas` adds the pointer and the keys, `view` the title, the
table and the steps around it.
"""
