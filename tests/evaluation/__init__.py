"""How well the project finds what it should, and how fast: `make evaluate`.

Measures, never judges: no figure here passes or fails. It reads texts with known spans,
asks each tool what it finds, and counts. Scoring is pure (`scores`), what is measured lies
in one module each, and only `__main__` prints and writes.
"""
