from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from diary.server.guard import KEY_HEADER
from diary.server.resume import ALIVE, FILE_NAME, MOST_OPEN, RESUME, SECRET, Resume, read_last

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Answer, Served

NONCE, PROOF = "x-diary-nonce", "x-diary-proof"


def own(served: Served, **headers: str) -> dict[str, str]:
    """The headers of a request from the page's own origin."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"Origin": f"http://127.0.0.1:{served.port}", **named}


def challenge(served: Served, nonce: str = "n") -> dict[str, str]:
    told = served.ask(ALIVE, method="POST", headers=own(served, x_diary_nonce=nonce))
    content: dict[str, str] = json.loads(told.body)
    return content


def prove(served: Served, nonce: str, proof: str) -> Answer:
    return served.ask(RESUME, method="POST", headers=own(served, x_diary_nonce=nonce, x_diary_proof=proof))


def test_the_diary_proves_to_a_page_that_it_knows_their_secret(served: Served) -> None:
    told = challenge(served, "of the page")
    assert told["run"] == served.resume.run
    assert told["proof"] == served.resume.proof_of_diary("of the page", told["nonce"])


def test_who_does_not_know_the_secret_or_stands_at_another_port_proves_nothing() -> None:
    diary = Resume(7000, "secret", "run")
    due = diary.proof_of_diary("page", "own")
    for other in (Resume(7000, "guessed", "run"), Resume(7001, "secret", "run"), Resume(7000, "secret", "other run")):
        assert other.proof_of_diary("page", "own") != due
    assert diary.proof_of_page("own") not in {due, Resume(7001, "secret").proof_of_page("own")}


def test_a_page_that_proves_itself_gets_what_opens_the_diary(served: Served) -> None:
    nonce = challenge(served)["nonce"]
    told = prove(served, nonce, served.resume.proof_of_page(nonce))
    assert json.loads(told.body) == {"key": served.tokens.page_key}
    assert served.tokens.cookie in told.headers["set-cookie"]


def test_a_proof_is_good_once_and_only_for_what_the_diary_made_up(served: Served) -> None:
    nonce = challenge(served)["nonce"]
    good = served.resume.proof_of_page(nonce)
    assert prove(served, nonce, good).status == 200
    for again in (nonce, "made up by the page"):
        told = prove(served, again, served.resume.proof_of_page(again))
        assert told.status == 401
        assert "set-cookie" not in told.headers


@pytest.mark.parametrize("wrong", ["", "guessed", "of the diary"])
def test_a_wrong_proof_gets_nothing_and_uses_up_its_challenge(served: Served, wrong: str) -> None:
    told = challenge(served)
    nonce = told["nonce"]
    assert prove(served, nonce, told["proof"] if wrong == "of the diary" else wrong).status == 401
    assert prove(served, nonce, served.resume.proof_of_page(nonce)).status == 401


@pytest.mark.parametrize("path", [ALIVE, RESUME])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 421),
    ],
)
def test_only_a_page_of_this_origin_is_answered(
    served: Served, path: str, headers: dict[str, str], status: int
) -> None:
    nonce = challenge(served)["nonce"]
    proof = served.resume.proof_of_page(nonce)
    told = served.ask(path, method="POST", headers={**headers, NONCE: nonce, PROOF: proof})
    assert (told.status, "set-cookie" in told.headers) == (status, False)


@pytest.mark.parametrize("nonce", ["", "n" * 101])
def test_a_challenge_wants_a_nonce_of_some_length(served: Served, nonce: str) -> None:
    assert served.ask(ALIVE, method="POST", headers=own(served, x_diary_nonce=nonce)).status == 401


def test_many_challenges_that_nobody_answers_push_out_the_oldest(served: Served) -> None:
    first = challenge(served)["nonce"]
    for _ in range(MOST_OPEN):
        last = challenge(served)["nonce"]
    assert prove(served, first, served.resume.proof_of_page(first)).status == 401
    assert prove(served, last, served.resume.proof_of_page(last)).status == 200


def test_the_secret_is_told_to_a_page_alone_that_holds_cookie_and_key(served: Served) -> None:
    cookie, key = served.cookie["Cookie"], served.tokens.page_key
    told = served.ask(SECRET, method="POST", headers=own(served, cookie=cookie, **{KEY_HEADER: key}))
    assert json.loads(told.body) == {"run": served.resume.run, "secret": served.resume.secret}
    for headers in (own(served, cookie=cookie), own(served, **{KEY_HEADER: key}), own(served)):
        refused = served.ask(SECRET, method="POST", headers=headers)
        assert refused.status == 401
        assert served.resume.secret.encode() not in refused.body
    looked_at = served.ask(SECRET, headers=own(served, cookie=cookie, **{KEY_HEADER: key}))
    assert served.resume.secret.encode() not in looked_at.body


def test_the_next_run_reads_what_the_last_one_kept_and_nobody_else_does(tmp_path: Path) -> None:
    resume = Resume(7000)
    resume.write(tmp_path)
    last = read_last(tmp_path)
    assert last is not None
    assert (last.port, last.secret) == (7000, resume.secret)
    assert last.run != resume.run
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"port": "x", "secret": "s"}', '{"port": 1}'])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert read_last(tmp_path) is None
