"""CALL_RECORDING: where the recording of a conversation lies, or that there is one.

The sound itself is not read: a path or address of a sound file, in a column or in running
text, shows that a recording is kept. Music and ring tones are sound files as well, so that
in running text the path must speak of a call or a recording.

Check rule: none. Known false alarms: a greeting of the exchange ("welkomstgesprek.wav").
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_SOUND = r"(?i:wav|mp3|ogg|m4a|opus|amr|gsm|flac|aac|webm|mp4)"
_WORDS = (
    r"(?i:opname|gesprek|recording|(?<![a-z])calls?(?!-to|back)|/rec/|belopname|telefoon|voicemail"
    r"|callrecord)"
)

RECOGNIZER = Recognizer(
    entity="CALL_RECORDING",
    patterns=(
        Pattern(
            regex=rf"(?<![\w/\\.:-])(?:\w{{1,20}}=(?=\w{{1,6}}:|/))?"
            rf"(?P<value>(?:[A-Za-z]:)?[\w:/\\.~=%+@-]{{0,200}}?{_WORDS}[\w/\\.=%+-]{{0,120}}"
            rf"\.{_SOUND}(?!\w)(?:\?[\w=&%.-]{{1,200}})?)",
            score=0.85,
        ),
        Pattern(
            regex=rf"(?<!\w)Opname (?:gesprek )?[\w ]{{2,40}}\.{_SOUND}(?!\w)",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(opname|opnames|gespreks_?opname|geluids_?opname|recording|voicemail|"
            r"call_?record(ing)?|audio)(_?(pad|path|url|uri|file|bestand|bestandsnaam|link|naam))?",
        ),
        not_names=(r"\w*(datum|date|duur|duration|tijd|time|toestemming|consent|aantal|status)",),
        cell=rf"\S(?:.*\S)?\.{_SOUND}(?:\?\S*)?|(?:https?|s3a?|gs|abfss?|file)://\S+",
    ),
    examples=(
        "Zie /data/opnames/2024/0512.wav voor het gesprek",
        "https://pbx.voorbeeld.nl/recording-77120.mp3",
    ),
    counterexamples=(
        "GET /media/ringtone.mp3 HTTP/1.1",
        "De opname van het gesprek is gewist.",
        "/static/img/call.png",
    ),
)
