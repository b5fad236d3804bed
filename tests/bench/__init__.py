"""How fast the project is beside what limits it and beside other tools: `make bench`.

Measures, never judges: no figure here passes or fails. A figure by itself says little on
another machine, so each is a ratio: contenders take turns on the same data in one run
(`rounds`). One row family lies in one module with a function `measure`; the data is made
up, written under build/bench when first asked for (`data`), and kept there.
"""
