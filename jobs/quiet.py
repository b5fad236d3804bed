"""Silences what libraries say to nobody: called once, before they are imported."""

import logging
import warnings


def quiet() -> None:
    """Keep stdout for results, stderr for progress, and values out of third-party logs."""
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    for logger in ("SQLQueryContextLogger", "DataFrameQueryContextLogger"):
        # these log the failing expression together with the value it failed on
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
