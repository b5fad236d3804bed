"""What a rule says of many values at once is what it says of each of them alone."""

import json
import pickle
import re
import string
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import phonenumbers
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detectors.at_once import accept_any
from detectors.check_digits import mod_97
from detectors.recognizer import Recognizer
from detectors.recognizers import shipped
from detectors.recognizers.phone import is_in_the_plan

CASES = Path(__file__).parents[1] / "cases"
CHECKED = [r for r in shipped() if r.is_valid is not None]
ACCEPTED = [r for r in shipped() if r.accept_whole is not None]
ASCII = st.characters(max_codepoint=127)
SEPARATORS = st.text(alphabet=" .-\t\n\x1f", max_size=2)
DIGIT = st.sampled_from(string.digits)


def with_check_digits(kind: str, digits: str) -> str:
    """A number of some kind around fourteen digits: right for its check rule, or nearly."""
    nine = digits[:9]
    match kind:
        case "card":
            return f"4{digits}{digits[0]}"
        case "amex":
            return f"37{digits[:13]}"
        case "maestro":
            return f"6759{digits}{digits[:1]}"
        case "vat":
            return f"NL{nine}B{digits[9:11]}"
        case "vat without country":
            return f"{nine}B{digits[9:11]}"
        case "iban of letters and digits":
            return f"FR{digits[:2]}{digits[:10]}A1{nine}{digits[:2]}"
        case "iban":
            return f"NL{digits[:2]}ABNA{digits[2:12]}"
    return nine


def repaired(rule: Callable[[str], bool], number: str) -> str:
    """The number with two digits changed so that the rule takes it; itself where none does."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    for first, second in ((places[0], places[1]), (places[-2], places[-1])):
        for pair in range(100):
            signs = list(number)
            signs[first], signs[second] = f"{pair:02d}"
            if rule("".join(signs)):
                return "".join(signs)
    return number


KINDS = st.sampled_from(
    (
        *("bsn", "card", "amex", "maestro", "vat", "vat without country", "iban"),
        "iban of letters and digits",
    )
)


@st.composite
def numbers(draw: st.DrawFn, rule: Callable[[str], bool]) -> str:
    """Valid numbers, those with a sign changed or lost, in any groups and any case."""
    number = with_check_digits(draw(KINDS), draw(st.text(DIGIT, min_size=14, max_size=14)))
    if draw(st.booleans()):
        number = repaired(rule, number)
    if draw(st.booleans()):
        place = draw(st.integers(0, len(number) - 1))
        number = (
            number[:place]
            + draw(st.sampled_from(("", *"0123456789ABNLbn ./")))
            + number[place + 1 :]
        )
    if draw(st.booleans()):
        number = "".join(sign + draw(SEPARATORS) for sign in number)
    return number.lower() if draw(st.booleans()) else draw(SEPARATORS) + number


def alone(rule: Callable[[str], bool], values: Iterable[str]) -> list[bool]:
    return [rule(value) for value in values]


@pytest.mark.parametrize("recognizer", CHECKED, ids=lambda r: r.entity)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_numbers_are_valid_together_as_they_are_alone(recognizer: Recognizer, data: Any) -> None:
    assert recognizer.is_valid is not None
    assert recognizer.are_valid is not None
    any_number = st.one_of(
        numbers(recognizer.is_valid),
        st.text(DIGIT, max_size=20),
        st.text(alphabet=string.digits + "NLB .-", max_size=24),
        st.text(alphabet=ASCII, max_size=24),
    )
    values = data.draw(st.lists(any_number, max_size=20))
    assert recognizer.are_valid(pa.array(values, pa.string())).tolist() == alone(
        recognizer.is_valid, values
    )


@pytest.mark.parametrize("recognizer", CHECKED, ids=lambda r: r.entity)
def test_many_numbers_of_many_lengths(recognizer: Recognizer) -> None:
    assert recognizer.is_valid is not None
    assert recognizer.are_valid is not None
    random = np.random.default_rng(20)
    values = [
        with_check_digits(kind, "".join(map(str, random.integers(0, 10, 14))))
        for kind in ("bsn", "card", "amex", "maestro", "vat", "vat without country", "iban") * 300
    ]
    values += [repaired(recognizer.is_valid, value) for value in values[:70]] + ["", "0" * 9, "8"]
    together = recognizer.are_valid(pa.array(values))
    assert together.tolist() == alone(recognizer.is_valid, values)
    assert 0 < together.sum() < len(values)


@pytest.mark.parametrize("recognizer", CHECKED, ids=lambda r: r.entity)
def test_a_part_of_a_column_is_read_by_itself(recognizer: Recognizer) -> None:
    assert recognizer.is_valid is not None
    assert recognizer.are_valid is not None
    values = [
        *("111222333", "4111111111111111", "NL91 ABNA 0417 1643 00", "NL000099998B57"),
        *("123456782B01", "", "BE68539007547034", "FR1420041010050500013M02606"),
    ]
    column = pa.array(values)
    for begin in range(len(values) + 1):
        for end in range(begin, len(values) + 1):
            part = recognizer.are_valid(column.slice(begin, end - begin))
            assert part.tolist() == alone(recognizer.is_valid, values[begin:end])


@given(st.lists(st.lists(st.integers(0, 35), min_size=9, max_size=9), min_size=1, max_size=9))
def test_letters_may_stand_anywhere(symbols: list[list[int]]) -> None:
    expected = [int("".join(map(str, number))) % 97 for number in symbols]
    assert mod_97(np.array(symbols, dtype=np.uint8)).tolist() == expected


def whole(recognizer: Recognizer, values: list[str]) -> list[bool]:
    assert recognizer.accept is not None
    return [recognizer.accept(value, 0, len(value)) for value in values]


def check_accept(recognizer: Recognizer, values: list[str]) -> None:
    assert recognizer.accept_whole is not None
    part = pa.array(["12", *values, "a@b.nl"]).slice(1, len(values))
    together = recognizer.accept_whole(part).tolist()
    differ = [
        value
        for value, one, other in zip(values, together, whole(recognizer, values), strict=True)
        if one != other
    ]
    assert differ == []


def without_surroundings(regex: str) -> str:
    """The regular expression without its look-arounds: it matches more, and only what it spans."""
    kept, depth, dropped_at, in_class, place = "", 0, None, False, 0
    while place < len(regex):
        sign = regex[place : place + 2] if regex[place] == "\\" else regex[place]
        if in_class:
            in_class = sign != "]" or regex[place - 1] == "["
        elif sign == "[":
            in_class = True
        elif sign == "(":
            depth += 1
            if dropped_at is None and re.match(r"\(\?<?[=!]", regex[place:]):
                dropped_at = depth
        kept += sign if dropped_at is None else ""
        if sign == ")" and not in_class:
            dropped_at = None if dropped_at == depth else dropped_at
            depth -= 1
        place += len(sign)
    return kept


@cache
def written_as(regex: str) -> st.SearchStrategy[str]:
    """What a pattern spans."""
    compiled = re.compile(without_surroundings(regex))

    def span(text: str) -> str:
        found = compiled.fullmatch(text)
        assert found is not None
        return found["value" if "value" in compiled.groupindex else 0]

    return st.from_regex(compiled, fullmatch=True, alphabet=ASCII).map(span)


@pytest.mark.parametrize("recognizer", ACCEPTED, ids=lambda r: r.entity)
@given(data=st.data())
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_whole_values_are_accepted_together_as_alone(recognizer: Recognizer, data: Any) -> None:
    values = [data.draw(written_as(pattern.regex)) for pattern in recognizer.patterns]
    check_accept(recognizer, values)


@cache
def golden() -> dict[str, list[str]]:
    """What the golden texts hold of each entity."""
    found: dict[str, list[str]] = {}
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found.setdefault(path.stem, []).extend(
                case["text"][start:end] for start, end in case["spans"]
            )
    return found


@pytest.mark.parametrize("recognizer", ACCEPTED, ids=lambda r: r.entity)
def test_golden_values_are_accepted_together_as_alone(recognizer: Recognizer) -> None:
    values = [value for value in golden()[recognizer.entity] if value.isascii()]
    assert values
    check_accept(recognizer, values)
    check_accept(recognizer, [])


LOOK_ALIKES = {
    "EMAIL_ADDRESS": (
        *("jan@voorbeeld.nl", "INFO@voorbeeld.nl", "stage.jansen@voorbeeld.nl", "it@voorbeeld.nl"),
        *("it.jansen@voorbeeld.nl", "jan@voorbeeld.nietbestaand", "jan@host.LAN", "naam@x.nl"),
        *("stage+x@a.nl", "stage-x@a.nl", "20240501103000.12345@a.nl", "0123456789abcdef01@a.nl"),
        *("abcdefabcdefabcdef@a.nl", "x123456789012y@a.nl", "a.JavaMail.b@c.nl", "foo@bar.com"),
        *("foo@voorbeeld.nl", "foo@mijnwinkel.nl", "jan@uw-domein.nl", "jan@jouwsite.example"),
        *("jan%40voorbeeld.nl", "info%40voorbeeld.nl", "jan [at] voorbeeld.nl", "x@y.xn--p1ai"),
        *("john.doe@example.com", "john.doe@gmail.com", "no-reply@a.co.uk", "a.b@nl", "xx@foo.nl"),
    ),
    "IP_ADDRESS": (
        *("83.149.9.216", "127.0.0.1", "127.9.9.9", "169.254.1.1", "169.255.1.1", "224.0.0.1"),
        *("239.1.1.1", "240.1.1.1", "256.1.1.1", "01.1.1.1", "1.2.3", "1.2.3.4.5", "2001:db8::1"),
        *("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6:7", "2001:db8::", "2001:db8:12:34::5f"),
        *("2001:db8:1::0", "2001::5::6", "2001:db8:1:2:3:4:5::", "2001:db8:1:2:3:4::5", "ff02::1"),
        *("fe80::1", "febf::1", "fd00::1", "fc00::1", "2001:0:0:0:0:0:0:1", "2001:db8:1:2:3::6:7"),
        *(
            "2001:db8:1:2:3:4:5:0",
            "2001:db8:1:0:0:0:0:0",
            "2001:db8:1:2::0",
            "2001:db8:1:2:3::45678",
        ),
    ),
    "IP_ADDRESS_PARTIAL": (
        *("83.149.9.0", "83.149.9.x", "83.149.9.xxx", "83.149.*.*", "83.149.9.xxxx", "127.0.0.0"),
        *("83.149.9.0/24", "83.149.9.XX", "169.254.x.x", "169.x.x.x", "2001:db8:12::/48"),
        *("2001:db8:12:34::5f/64", "2001:db8:12:34::5f/40", "224.0.0.0/4", "2001:db8:12::"),
    ),
    "MAC_ADDRESS": (
        *("ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00", "00-00-00-00-00-01", "01:00:5e:00:00:fb"),
        *("3c:22:fb:4d:5e:6f", "001a.2b3c.4d5e", "0000.0000.0000", "3C22FB4D5E6F", "020000000000"),
    ),
    "NL_ADDRESS": (
        *(
            "Kerkstraat 12",
            "Postbus 12",
            "Tilburg 14",
            "Middelburg 3",
            "Meerburg 14",
            "Steenwijk 5",
        ),
        *("Antwoordnummer 5", "Rotterdam nr 5", "Oranjewoud 3", "Hoogeveen 12 A"),
    ),
    "NL_LICENCE_PLATE": (
        *("12-NSB-1", "XX-999-X", "xx99xx", "GB-001-B", "GVD-12-B", "BSS-12-B", "12-sd-12"),
    ),
    "NL_POSTCODE": ("1998 en", "1998 EN", "1998en", "3512 JE", "3512 is", "1234AB", "1234 op"),
    "PERSON": ("Oetker", "Jansen", "Klantenservice", "Team Verkoop", "Teamleider", "J. de Vries"),
    "USERNAME": (
        *(
            "root",
            "ROOT",
            "jdevries",
            "rooted",
            "0123456789abcdef",
            "0123456789abcde",
            "mijnportal",
        ),
        *("550e8400-e29b-41d4-a716-446655440000", "jan.jansen", "e-mailadres"),
    ),
    "PHONE_NUMBER": (
        *("06-12345678", "0612345678", "+31612345678", "0031612345678", "31612345678", "+49301234"),
        *("+31 (0)6 12345678", "+310612345678", "00310612345678", "020-6241111", "0800-1234567"),
        *(
            "088-1234567",
            "0970-12345678",
            "097012345678",
            "020-4417-83-2",
            "066-1234567",
            "0140123",
        ),
        *(
            "%2B31%206%2012345678",
            "(020) 624 11 11",
            "(06)12345678",
            "+32 470 12 34 56",
            "085-1234567",
        ),
        *("0900-1234567", "+31 970 1234 5678", "06 1234567", "+1 202 555 0123", "003106123456789"),
        *(
            "+31 6 1234 567 8",
            "+31 6 1234.567.8",
            "+44 20 7946 0958",
            "0031 10 234 5678",
            "319012345",
        ),
    ),
}


@pytest.mark.parametrize("recognizer", ACCEPTED, ids=lambda r: r.entity)
def test_look_alikes_are_refused_together_as_alone(recognizer: Recognizer) -> None:
    values = list(LOOK_ALIKES.get(recognizer.entity, ()))
    check_accept(recognizer, values)
    # a rule that is not among them looks only at what stands around
    assert len(set(whole(recognizer, values))) == 2 or recognizer.accept_whole is accept_any


def is_a_line(written: str) -> bool:
    """What libphonenumber says of a number."""
    try:
        number = phonenumbers.parse(written, "NL")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in (
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    )


def are_lines(numbers: list[str]) -> None:
    together = PHONE.accept_whole(pa.array(numbers, pa.string())).tolist()
    for number, accepted in zip(numbers, together, strict=True):
        lone = re.search(r"\d[ .-]\d$", number) is not None
        assert (
            is_in_the_plan(number, 0, len(number)) == accepted == (is_a_line(number) and not lone)
        )


PHONE: Any = next(r for r in ACCEPTED if r.entity == "PHONE_NUMBER")
TRUNKS = ("0", "+31", "0031", "31", "+310", "00310", "310", "00", "", "+", "+32", "+49", "003")


@given(st.lists(st.tuples(st.sampled_from(TRUNKS), st.integers(0, 9_999_999_999)), max_size=20))
@settings(max_examples=40, deadline=None)
def test_numbers_are_in_the_plan_of_the_library(parts: list[tuple[str, int]]) -> None:
    are_lines([f"{trunk}{digits}" for trunk, digits in parts])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(TRUNKS),
            st.lists(st.tuples(DIGIT, st.text(" .-()/", max_size=2)), min_size=7, max_size=11),
            st.sampled_from(("", "(", " (")),
        ),
        max_size=20,
    )
)
@settings(max_examples=40, deadline=None)
def test_signs_between_are_read_as_the_library_reads_them(parts: Any) -> None:
    are_lines(
        [f"{head}{trunk}{''.join(d + sign for d, sign in tail)}" for trunk, tail, head in parts]
    )


@given(st.text(alphabet="0136+٠٣٦ .-–()/x#;,\u00a0%\n", max_size=20))
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_is_read_as_the_library_reads_it(written: str) -> None:
    is_lone = re.search(r"\d[ .-]\d$", unquote(written)) is not None
    assert is_in_the_plan(written, 0, len(written)) == (is_a_line(unquote(written)) and not is_lone)


@pytest.mark.parametrize("trunk", ["0", "+31", "31"])
def test_every_begin_is_in_the_plan_of_the_library(trunk: str) -> None:
    are_lines([f"{trunk}{begin:04d}{begin * 7 % 100_000:05d}" for begin in range(1000, 9999, 7)])


@pytest.mark.parametrize("recognizer", shipped(), ids=lambda r: r.entity)
def test_a_recognizer_is_itself_after_a_journey(recognizer: Recognizer) -> None:
    arrived = pickle.loads(pickle.dumps(recognizer))
    assert arrived == recognizer
    assert arrived.are_valid is recognizer.are_valid
    assert (recognizer.is_valid is None) == (recognizer.are_valid is None)
    assert recognizer.accept is not None or recognizer.accept_whole is None
