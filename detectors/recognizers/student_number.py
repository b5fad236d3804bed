"""NL_STUDENT_NUMBER: number of a pupil or student.

Issued by a school, college or university, each its own (six to nine digits, at times behind an
`s`); or the onderwijsnummer of nine digits starting with 10, by DUO to pupils without a BSN.

No check rule that holds for all.

Known false alarms: any number of that length. So a number counts only with a context word or in
a column of that name.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="NL_STUDENT_NUMBER",
    patterns=(Pattern(regex=r"(?<![\w./+-])(?<!\d,)[sS]?\d{6,9}(?![\w/-]|[.,]\d)", score=0.1),),
    accept=is_named_nothing_else("NL_STUDENT_NUMBER"),
    accept_whole=accept_any,
    context=(
        "studentnummer",
        "studentennummer",
        "studentnummers",
        "studentnr",
        "studentennr",
        "stud.nr.",
        "student-nummer",
        "student nr",
        "student no",
        "student nummer",
        "studentenkaart",
        "collegekaart",
        "collegekaartnummer",
        "leerlingnummer",
        "onderwijsnummer",
        "student number",
        "student_number",
        "student id",
        "student_id",
        "matrikelnummer",
    ),
    column=ColumnRule(
        names=(
            r"\w*(student|studenten|leerling)_?(nr|nummer|number|no|id)",
            r"(\w+_)?(onderwijs|collegekaart)_?(nr|nummer)",
        ),
        not_names=(r"(has|heeft|is|aantal|num|count)_\w+",),
        cell=r"[sS]?\d{6,9}",
    ),
    precedence=10,
    examples=("studentnummer 4123456", "Mijn studentnummer is s1234567"),
    counterexamples=("bestelling 4123456", "studentenkorting 10 procent", "s1234567"),
)
