"""What each command does, given its arguments; returns the exit code.

A command imports its side only when it runs, so that `--help` and an error of conf
cost milliseconds.
"""

from jobs.commands.deciding import accept
from jobs.commands.declaring import demo, policy_lint, policy_schema
from jobs.commands.exit_codes import CLEAN, INCOMPLETE, USAGE, VIOLATIONS
from jobs.commands.finding import detect, scan
from jobs.commands.judging import explain, gate, report, suites

__all__ = [
    "CLEAN",
    "INCOMPLETE",
    "USAGE",
    "VIOLATIONS",
    "accept",
    "demo",
    "detect",
    "explain",
    "gate",
    "policy_lint",
    "policy_schema",
    "report",
    "scan",
    "suites",
]
