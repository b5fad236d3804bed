"""What is personal in a text or a column.

Knows patterns, check rules, context words and column names. Knows no Spark, no
files, no policy and no clock: every function here is a function of plain values,
and `batch` is the last place that sees a value.
"""
