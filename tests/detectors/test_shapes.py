"""What a cell must look like to count where the name of its column announces it."""

from ipaddress import IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.recognizer import CERTAIN
from detectors.recognizers import shipped

RECOGNIZERS = {recognizer.entity: recognizer for recognizer in shipped()}
FULL, PARTIAL = RECOGNIZERS["IP_ADDRESS"], RECOGNIZERS["IP_ADDRESS_PARTIAL"]
PASSWORD, HASH = RECOGNIZERS["PASSWORD"], RECOGNIZERS["PASSWORD_HASH"]
(CHOSEN,) = (part.cell for part in PASSWORD.column.parts)
"""The shape of a password in a column that is said to hold hashes."""

MD5 = "5f4dcc3b5aa765d61d8327deb882cf99"
HASHES = (
    "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    "!$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    "{bcrypt}$2a$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    "$wp$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
    f"{{pbkdf2}}{MD5}{MD5}",
    MD5,
    f"{MD5}:Xy12abCD",
    f"Xy12abCD:{MD5}",
    "X03MO1qnZdYdgyfeuILPmQ==",
    "W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
)
PLAIN = ("Zomer!2023", "koffie-met-melk7", "welkom01", "zomervakantie", "geheim-Woord3", "12345678")
NEITHER = (
    *("********", "xxxx", "[FILTERED]", "LDAP", "disabled", "niet ingesteld", "*LK*", "vergeten"),
    *("!abcdefghijABCDEFGHIJ0123456789abcdefghij", "2024-01-31", "geen", "null", "not set"),
)


@pytest.mark.parametrize("cell", PLAIN)
def test_a_plain_password_is_one_and_no_hash(cell: str) -> None:
    assert (PASSWORD.fits_cell(cell), HASH.fits_cell(cell)) == (True, False)
    assert PASSWORD.fits_cell(cell, CHOSEN)


@pytest.mark.parametrize("cell", HASHES)
def test_a_hash_is_no_plain_password(cell: str) -> None:
    assert (PASSWORD.fits_cell(cell), HASH.fits_cell(cell)) == (False, True)
    assert not PASSWORD.fits_cell(cell, CHOSEN)


@pytest.mark.parametrize("cell", NEITHER)
def test_what_stands_where_no_password_is_set_is_neither(cell: str) -> None:
    assert (PASSWORD.fits_cell(cell), HASH.fits_cell(cell)) == (False, False)


@pytest.mark.parametrize(
    "cell", ["rl.3StKT.4T8M", "5d2e19393cc5ef67", "a-secret-of-21-letters", "abc"]
)
def test_in_a_column_of_hashes_only_what_somebody_can_have_chosen_is_plain(cell: str) -> None:
    assert not PASSWORD.fits_cell(cell, CHOSEN)


@given(st.text(st.sampled_from("aB3$!{}:=*./-x "), max_size=50))
def test_no_cell_is_both_a_password_and_a_hash(cell: str) -> None:
    assert not (PASSWORD.fits_cell(cell) and HASH.fits_cell(cell))


@pytest.mark.parametrize("entity", ["ORDER_ID", "CUSTOMER_ID"])
@pytest.mark.parametrize(
    ("cell", "fits"),
    [
        ("1", True),
        ("B2019-300001", True),
        ("KLQRXT", True),
        ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", True),
        ("a", False),
        ("B", False),
        ("open", False),
        ("n/b", False),
        ("NL-BE", False),
    ],
)
def test_a_number_has_a_digit_or_is_a_long_key(entity: str, cell: str, fits: bool) -> None:
    assert RECOGNIZERS[entity].fits_cell(cell) == fits


@st.composite
def written(draw: st.DrawFn) -> tuple[str, bool]:
    """An IPv6 address of any prefix length in any notation, and whether it is cut to /48."""
    bits = draw(st.integers(0, (1 << 125) - 1)) | 1 << 125
    for group in draw(st.sets(st.integers(0, 6))):
        bits &= ~(0xFFFF << 16 * group)
    length = draw(st.integers(16, 128))
    address = IPv6Address(bits >> (128 - length) << (128 - length))
    groups = [format(int(group, 16), "x") for group in address.exploded.split(":")]
    zeros = [
        (start, end)
        for start in range(1, 8)
        for end in range(start + 1, 9)
        if set(groups[start:end]) == {"0"}
    ]
    notations = [address.compressed, address.exploded, ":".join(groups), str(address).upper()]
    if zeros:
        start, end = draw(st.sampled_from(zeros))
        notations.append(f"{':'.join(groups[:start])}::{':'.join(groups[end:])}")
    return draw(st.sampled_from(notations)), int(address) & ((1 << 80) - 1) == 0


@given(written(), st.none() | st.integers(0, 128))
def test_an_address_is_full_or_partial_and_never_both(
    drawn: tuple[str, bool], mask: int | None
) -> None:
    address, is_cut = drawn
    cell = address if mask is None else f"{address}/{mask}"
    is_partial = is_cut or (mask is not None and mask <= 48)
    assert (FULL.fits_cell(cell), PARTIAL.fits_cell(cell)) == (not is_partial, is_partial)
    found = {rule.entity for rule in (FULL, PARTIAL) for m in rule.find(cell) if m.score >= CERTAIN}
    assert found == {(PARTIAL if is_partial else FULL).entity}


@given(st.lists(st.integers(0, 255), min_size=4, max_size=4), st.none() | st.integers(0, 32))
def test_an_address_of_four_octets_is_never_both(octets: list[int], mask: int | None) -> None:
    cell = ".".join(map(str, octets)) + ("" if mask is None else f"/{mask}")
    assert not (FULL.fits_cell(cell) and PARTIAL.fits_cell(cell))
    if mask is None:
        assert PARTIAL.fits_cell(cell) == (octets[3] == 0)
