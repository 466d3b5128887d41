"""That the monkey does the same again, stays where it is, and notices what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import monkey_probe
from tests.reliability.daemon_processes import Sample
from tests.reliability.monkey import Life, Outcome, conclude, tracebacks
from tests.reliability.monkey_acts import SCREEN, Monkey


def test_the_same_seed_does_the_same() -> None:
    one, again, other = Monkey(1), Monkey(1), Monkey(2)
    acts = [one.draw() for _ in range(400)]
    assert acts == [again.draw() for _ in range(400)]
    assert acts != [other.draw() for _ in range(400)]


def test_it_stays_in_the_window_and_types_no_path() -> None:
    monkey = Monkey(7)
    for _ in range(3_000):
        width, height = monkey.size
        act = monkey.draw()
        words = act.words
        for at, word in enumerate(words):
            if word == "mousemove":
                assert 0 < int(words[at + 1]) < width <= SCREEN[0]
                assert 0 < int(words[at + 2]) < height <= SCREEN[1]
        assert not any("/" in word or "\\" in word or "~" in word for word in words)


def test_everything_is_done_now_and_then() -> None:
    monkey = Monkey(3)
    names = {monkey.draw().name.partition(" ")[0] for _ in range(5_000)}
    assert names == {
        "click", "double", "other", "wheel", "drag", "key", "type", "command", "page", "resize", "end",
    }  # fmt: skip


def test_exceptions_are_found_wherever_they_are_told() -> None:
    said = "a line\nTraceback (most recent call last):\n  File\nValueError: x\n"
    log = [{"level": "INFO", "message": "fine"}, {"level": "ERROR", "message": "x", "trace": "Traceback ..."}]
    found = tracebacks(said, log)
    assert len(found) == 2
    assert "ValueError: x" in found[0]
    assert found[1].startswith("in the log: ")
    assert tracebacks("a warning\n", log[:1]) == []


def test_growth_is_told_of_a_long_life_only() -> None:
    samples = [Sample(100_000 + 2_000 * number, 9, 20) for number in range(40)]
    assert Life(0.0, samples, ended=600.0).growth() == ["memory grew from 129,000 to 169,000 KiB"]
    assert Life(0.0, samples, ended=60.0).growth() == []
    assert Life(0.0, samples[:1] * 40, ended=600.0).growth() == []


def test_the_last_line_has_the_figures() -> None:
    outcome = Outcome(lives=[Life(0.0, [Sample(102_400, 9, 20)] * 8, ended=600.0)])
    outcome.acts["click"] = 1_234
    assert conclude(outcome, 10.0, 1) == (
        "monkey: passed after 1,234 acts in 10.0 min (seed 1); 1 lives, 0 stalls over 100 ms, 0 faults at the bank; "
        "memory 100 -> 100 MiB in 10.0 min"
    )
    outcome.failures.append("stall 120 ms")
    assert conclude(outcome, 10.0, 1).startswith("monkey: FAILED after")


@pytest.mark.parametrize(
    "address", [("127.0.0.1", 80), ("::1", 80, 0, 0), ("localhost", 80), "/run/user/1000/bus"]
)
def test_this_computer_is_reached(address: object) -> None:
    monkey_probe.check_here(address)


def test_no_other_computer_is_reached() -> None:
    for address in (("192.0.2.1", 443), ("2001:db8::1", 443, 0, 0)):
        with pytest.raises(ConnectionRefusedError, match="monkey"):
            monkey_probe.check_here(address)
    monkey_probe.check_name("localhost")
    with pytest.raises(OSError, match="monkey"):
        monkey_probe.check_name("example.com")


def test_a_place_is_within_a_folder_by_where_it_really_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "out").symlink_to(tmp_path)
    assert monkey_probe.is_within(home / "rows.csv", home)
    assert not monkey_probe.is_within(home / ".." / "rows.csv", home)
    assert not monkey_probe.is_within(home / "out" / "rows.csv", home)
