"""Whose certificates an account trusts beside those of the system: looked at, kept, taken back."""

from __future__ import annotations

from pathlib import Path

import certifi
import pytest

from cmapp.connectors.signin import ca_file
from cmapp.domain.errors import Rejected
from cmapp.platforms.bluesky.signin import app_password
from cmapp.platforms.mastodon.signin import by_browser, by_token
from cmapp.services import accounts as connecting
from cmapp.store import accounts
from tests.support.stage import Stage


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\xff\x00" * 50])
def test_a_file_without_certificates_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Rejected) as caught:
        ca_file({"ca_file": str(path)})
    assert (caught.value.why, caught.value.facts["file"]) == ("no_certificates", "ca.pem")
    with pytest.raises(Rejected):
        ca_file({"ca_file": str(tmp_path)})


@pytest.mark.parametrize("talk", [by_browser, by_token, app_password])
def test_where_a_server_is_named_by_hand_a_file_may_be_given(talk) -> None:
    assert next(talk()).trusts


def test_an_account_of_a_platform_without_servers_takes_none(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile", accounts=1)
    try:
        with pytest.raises(Rejected) as caught:
            stage.call("accounts.trust", id=stage.accounts[0], ca_file=certifi.where())
        assert caught.value.why == "not_offered"
    finally:
        stage.close()


def test_it_is_kept_with_the_account_and_taken_back_by_undo(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile", accounts=1)
    id_ = stage.accounts[0]
    desk = stage.engine.desk

    def facts() -> dict:
        return dict(desk.account(id_).facts)

    try:
        desk.store.write(lambda tx: accounts.change(tx, id_, platform="bluesky"))
        known = facts()
        answer = stage.call("accounts.trust", id=id_, ca_file=certifi.where())
        assert facts() == {**known, "ca_file": certifi.where()}
        with pytest.raises(Rejected):
            connecting.trust(desk, id_, "/nowhere.pem")
        assert facts()["ca_file"] == certifi.where()
        stage.call(answer["undo"]["command"], **answer["undo"]["args"])
        assert facts() == known
    finally:
        stage.close()
