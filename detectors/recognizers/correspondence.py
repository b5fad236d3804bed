"""CORRESPONDENCE: what somebody wrote to the organisation, or it to them.

A mail, chat, letter, contact form or note of a conversation, as a whole. Only a column
says so. Bare `message` and `body` are what programs write in logs: they count only beside
what a letter has (a subject, a sender, a ticket) or in a table of such messages.

Check rule: none; a cell is text of at least two words. Known false alarms: templates.
"""

from detectors.recognizer import ColumnRule, Recognizer

RECOGNIZER = Recognizer(
    entity="CORRESPONDENCE",
    column=ColumnRule(
        holds_text=True,
        sure_names=(
            r"(\w+_)?(mail|e_?mail|chat|brief|letter|ticket|klacht|vraag|contact|klant|gespreks|"
            r"conversation|terugbel)_?(body|bericht|berichten|tekst|text|inhoud|content|message|"
            r"verslag|notitie|onderwerp|subject|omschrijving|transcript)",
            r"(\w+_)?(correspondentie|klacht|klachten|complaint|transcript|transcriptie)(_?tekst)?",
            r"(\w+_)?(opmerking_klant|klant_?vraag|bericht_?tekst|customer_(message|note|comment)s?)",
            r"bericht|berichten|gespreksverslag|klantcontact",
        ),
        names=(
            r"message|messages|body|subject|onderwerp|inhoud|content|tekst|text|antwoord|reply|vraag|notitie|"
            r"notities|note|notes|opmerking|opmerkingen|comment|comments|omschrijving|toelichting",
        ),
        needs_neighbour=(
            r"(\w+_)?(onderwerp|subject|afzender|sender|ontvanger|recipient|ticket(_?(id|nr))?)",
            r"(\w+_)?(berichten?|tickets?|(e_?)?mails|messages|chats|klachten|complaints|inbox|"
            r"gesprekken|conversations?|klantenservice|klantcontact(en)?|correspondentie|support)",
        ),
        not_names=(
            r"(\w*(nieuwsbrief|newsletter|campagne|campaign|mailing)\w*)_(onderwerp|subject|titel)",
            r"(\w+_)?(error|log|commit|fout|status|debug|exception|stack|push|system)_?\w*",
            r"\w*_?(id|nr|hash|type|status|template|sjabloon|aantal|count|code)",
        ),
        cell=r"(?=.{8})\S+(?:\s+\S+)+",
    ),
)
