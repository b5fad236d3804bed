"""Where words end: spaCy's Dutch rules, and the separators of logs and tables besides."""

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
_POSSESSIVE = (r"(?<=[^\W\d_])['’]s",)


def tokenizer() -> Callable[[Language], Tokenizer]:
    """What makes the tokenizer for a pipeline."""

    def make(nlp: Language) -> Tokenizer:
        defaults = Dutch.Defaults
        return Tokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex([*(defaults.prefixes or ()), *_AROUND]).search,
            suffix_search=compile_suffix_regex(
                [*(defaults.suffixes or ()), *_AROUND, *_POSSESSIVE]
            ).search,
            infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *_BETWEEN]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return make


registry.tokenizers("speurneus.Tokenizer.v1", func=tokenizer)
