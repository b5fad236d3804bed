"""The nouns: what conf declares, what a sweep finds, what a verdict says.

Plain values: they know no files, no Spark, no Great Expectations and no clock.
"""

from jobs.model.base import Noun
from jobs.model.dataset import (
    Constant,
    Dataset,
    Detection,
    Expression,
    Lookup,
    RowValue,
    SitePattern,
    Source,
    SourceKind,
    undeclared,
)
from jobs.model.facts import Age, Coverage, Evidence, Finding
from jobs.model.inventory import Approval, Change, ChangeKind, Inventory, Waiver, WaiverKind
from jobs.model.judgement import FailOn, Judgement, Location, Places
from jobs.model.statement import (
    Adequacy,
    Category,
    Citation,
    Defect,
    Law,
    LegalBasis,
    Policy,
    Purpose,
    Recipient,
    Residency,
    RetentionTerm,
)
from jobs.model.verdict import Verdict, VerdictKind

__all__ = [
    "Adequacy",
    "Age",
    "Approval",
    "Category",
    "Change",
    "ChangeKind",
    "Citation",
    "Constant",
    "Coverage",
    "Dataset",
    "Defect",
    "Detection",
    "Evidence",
    "Expression",
    "FailOn",
    "Finding",
    "Inventory",
    "Judgement",
    "Law",
    "LegalBasis",
    "Location",
    "Lookup",
    "Noun",
    "Places",
    "Policy",
    "Purpose",
    "Recipient",
    "Residency",
    "RetentionTerm",
    "RowValue",
    "SitePattern",
    "Source",
    "SourceKind",
    "Verdict",
    "VerdictKind",
    "Waiver",
    "WaiverKind",
    "undeclared",
]
