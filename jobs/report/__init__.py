"""The findings notebook: what compliance reads, chapter by chapter, and its HTML page.

Knows the policy side: findings, verdicts, the statement's defects. Knows no Spark, and
no value; every chapter is a function of what was judged.
"""
