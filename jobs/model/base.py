"""What all nouns share: frozen, closed models, and the simple types they are made of.

A period is an ISO 8601 calendar period (`P7Y`, `P3M`, `P0D`); a day is a
Europe/Amsterdam calendar day.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Noun(BaseModel):
    """Frozen, closed, without conversions that hide a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
DatasetName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.\-]*$")]
Entity = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
PERIOD = (
    r"^P([0-9]{1,3}Y([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,3}D)?"
    r"|[0-9]{1,3}M([0-9]{1,3}W)?([0-9]{1,3}D)?|[0-9]{1,3}W([0-9]{1,3}D)?|[0-9]{1,3}D)$"
)
Period = Annotated[str, StringConstraints(pattern=PERIOD)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Regex = str
Sql = Annotated[str, StringConstraints(min_length=1)]
