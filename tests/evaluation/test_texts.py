"""Known spans stay where they are, however the text is written."""

import gzip
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation import log_lines, texts
from tests.evaluation.texts import Text


@given(st.text())
def test_offsets_stay_true_without_capitals_and_in_capitals(text: str) -> None:
    for change in (texts.in_lower_case, texts.in_capitals):
        assert len(change(Text(text=text, spans=())).text) == len(text)


def test_letters_of_one_size_change() -> None:
    text = Text(text="İris Groß uit 's-Gravenhage", spans=((0, 9, "PERSON"),))
    assert texts.in_lower_case(text).text == "İris groß uit 's-gravenhage"
    assert texts.in_capitals(text).text == "İRIS GROß UIT 'S-GRAVENHAGE"
    assert texts.in_capitals(text).spans == text.spans


def test_the_golden_texts_are_read_per_entity() -> None:
    golden = texts.golden()
    assert {path.stem for path in texts.CASES.glob("*.jsonl")} == set(golden)
    for entity, of in golden.items():
        assert {text.about for text in of} == {entity}
        assert {span[2] for text in of for span in text.spans} == {entity}


def test_the_web_shop_texts_mark_whole_words_with_our_labels() -> None:
    for text in texts.webshop():
        assert text.register
        for start, end, label in text.spans:
            assert label in {"PERSON", "LOCATION", "ORGANISATION"}
            assert text.text[start:end] == text.text[start:end].strip() != ""


def written(path: Path, rows: list[dict[str, object]]) -> Path:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(lines.encode()))
    else:
        path.write_text(lines, encoding="utf-8")
    return path


def test_sentences_get_our_labels_and_lose_others(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "text": "Jan in Epe las Ons Huis",
            "spans": [[0, 3, "PER"], [7, 10, "LOC"], [15, 23, "MISC"]],
        }
    ]
    (text,) = texts.labelled(written(tmp_path / "a.jsonl.gz", rows))
    assert text.spans == ((0, 3, "PERSON"), (7, 10, "LOCATION"))
    assert text.names is None


def test_names_without_a_kind_are_places_only(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"text": "Jan in Epe", "spans": [], "propn": [[0, 3], [7, 10]]}
    ]
    (text,) = texts.labelled(written(tmp_path / "a.jsonl.gz", rows))
    assert (text.spans, text.names) == ((), ((0, 3), (7, 10)))


def test_a_blind_file_is_one_set_for_every_entity_in_it(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"text": "bel 0612345678", "about": "PHONE_NUMBER", "spans": [[4, 14, "PHONE_NUMBER"]]},
        {"text": "a@b.nl", "about": "EMAIL_ADDRESS", "spans": [[0, 6, "EMAIL_ADDRESS"]]},
        {"text": "order 12", "about": "PHONE_NUMBER", "spans": []},
    ]
    sets = texts.blind(written(tmp_path / "blind.jsonl", rows))
    assert list(sets) == ["EMAIL_ADDRESS", "PHONE_NUMBER"]
    assert [len(of) for of in sets.values()] == [3, 3]


def test_the_first_lines_of_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log.gz"
    log.write_bytes(gzip.compress(b"een\n\xff twee\ndrie\n"))
    assert texts.first_lines(log, 2) == ["een", "\ufffd twee"]


def test_log_lines_are_the_same_for_the_same_seed_and_filled() -> None:
    lines = log_lines.lines(400, 5)
    assert lines == log_lines.lines(400, 5)
    assert lines != log_lines.lines(400, 6)
    assert not any("{word}" in line or "{n}" in line for line in lines)
