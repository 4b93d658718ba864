"""The network of people who talk on our channels: as a graph, and what is measured in it.

`graph.py` reads and measures, `people.py` finds who matters and why, `changes.py` compares months,
`picture.py` places it so that it can be read. Rustworkx and NumPy are imported where something is
worked out, which is in the engine.
"""
