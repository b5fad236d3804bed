"""`python -m jobs` is the command `speurneus`."""

import sys

from jobs.cli import main

sys.exit(main())
