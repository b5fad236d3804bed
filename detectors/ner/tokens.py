"""Where words end: spaCy's Dutch rules, and the separators of logs and tables besides."""

import re
from collections.abc import Callable

from spacy.lang.nl import Dutch
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

_BETWEEN = (
    r"[;|=<>(){}\[\]\"“”„«»/\\:]",
    r"(?<=[=(,:\[{;])['’]",
    r"['’](?=[),;\]}])",
    r"(?<=[^\W\d])[,.](?=[^\W\d_]{2})",
    r"(?<=[^\W\d]),(?=\d)",
)
_AROUND = (r"[;|=<>(){}\[\]\\/:_~*#>-]",)
_BEFORE = (r"@",)
_FIRM_BEFORE_A_STOP = re.compile(r"[A-Z]{2,}\.")
"""`ING.` ends a sentence; spaCy takes it for the title `ing.` in capitals."""
_POSSESSIVE = (r"(?<=[^\W\d_])['’]s",)


def tokenizer() -> Callable[[Language], Tokenizer]:
    """What makes the tokenizer for a pipeline."""

    def make(nlp: Language) -> Tokenizer:
        defaults = Dutch.Defaults
        return Tokenizer(
            nlp.vocab,
            rules={
                text: parts
                for text, parts in defaults.tokenizer_exceptions.items()
                if not _FIRM_BEFORE_A_STOP.fullmatch(text)
            },
            prefix_search=compile_prefix_regex(
                [*(defaults.prefixes or ()), *_AROUND, *_BEFORE]
            ).search,
            suffix_search=compile_suffix_regex(
                [*(defaults.suffixes or ()), *_AROUND, *_POSSESSIVE]
            ).search,
            infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *_BETWEEN]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return make


registry.tokenizers("speurneus.Tokenizer.v1", func=tokenizer)
