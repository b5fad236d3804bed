"""Where personal data lies, and whether it may lie there.

The sweep (`sources`, `sweep`) writes facts; the policy side (`policy`,
`expectations`, `gate`, `report`) judges them later, without Spark. The two meet
in `findings` and nowhere else.
"""
