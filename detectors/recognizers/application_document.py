"""APPLICATION_DOCUMENT: a letter, curriculum vitae or file of a job application.

The document itself is not read: its file name or the text of the letter in a column shows
that it is kept. In running text only a file name that says so counts.

Check rule: none. Known false alarms: an instruction how to write a letter of application.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_FILE = r"(?i:pdf|docx?|odt|rtf)"

RECOGNIZER = Recognizer(
    entity="APPLICATION_DOCUMENT",
    patterns=(
        Pattern(
            regex=r"(?<![\w.-])(?:[\w:/.~%+-]{0,200}[/_.-])?"
            r"(?i:cv(?![-_]?(?:ketel|installatie))|"
            r"curriculum[_ -]?vitae|motivatie(?:brief)?|sollicitatie(?:brief)?|resume)"
            rf"(?:[_.-][\w.%+-]{{1,80}})?\.{_FILE}(?!\w)",
            score=0.85,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(motivatie|motivatie_?brief|sollicitatie|sollicitatie_?brief|cv|resume|"
            r"curriculum_?vitae|cover_?letter|motivation|pok|getuigschrift)"
            r"(_?(tekst|text|pad|path|url|file|bestand|bestandsnaam|link|document))?",
        ),
        not_names=(r"(\w+_)?(cv_?ketel|auto_?resume|resume_?(token|at|from))",),
        cell=rf"\S+(?:\s+\S+){{3,}}|\S(?:.*\S)?\.{_FILE}|(?:https?|s3a?|gs|abfss?|file)://\S+",
    ),
    examples=("bijlage cv_jansen_2024.pdf ontvangen", "/upload/motivatiebrief-0042.docx"),
    counterexamples=(
        "Stuur je cv naar ons op",
        "cvs_export.pdf",
        "handleiding-cv-ketel.html",
    ),
)
