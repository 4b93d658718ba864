"""Charts of what was reached for, tried and spent: they stand on goals, which stand on metrics.

They are charts like those of `services/insights`, a step above: what they show is itself worked
out from charts.
"""
