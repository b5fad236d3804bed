"""The exit codes of the command."""

CLEAN, VIOLATIONS, USAGE, INCOMPLETE = 0, 1, 2, 3
