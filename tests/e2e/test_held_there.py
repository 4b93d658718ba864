"""A planned post and a real server's scheduler: given, found again, taken back (CA-04, CR-09)."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cmapp.domain.actions import Attachment, Publish
from cmapp.services import compose
from cmapp.services.engine import Engine
from cmapp.store import drafts, outbox
from cmapp.system.clock import now
from tests.contract.world import Server
from tests.e2e.killing import Run

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]


def plan(
    engine: Engine,
    account: str,
    text: str,
    *,
    ahead: int = 7_200_000,
    media: tuple[Attachment, ...] = (),
) -> str:
    at = (now() + ahead) // 1000 * 1000

    def add(tx: Any) -> int:
        draft = drafts.save(tx, text, now=now(), account_id=account)
        drafts.change(tx, draft, {"planned_at": at})
        return outbox.add(
            tx, account, Publish(text, media, made_at=now()), now=now(), draft_id=draft,
            planned_at=at,
        )  # fmt: skip

    return str(engine.desk.store.write(add))


def test_a_real_scheduler_is_given_posts_and_gives_them_back(
    platform: str, server: Server, tmp_path: Path
) -> None:
    world = server.world(tmp_path)
    if world.ours().limits().ahead_min is None:
        pytest.skip(f"{platform} has no scheduler")
    run = Run(platform, world, tmp_path, 1)
    run.connect()
    engine = run.engine()
    try:
        texts = [f"Für später {uuid.uuid4().hex[:8]} 稍后" for _ in range(3)]
        kept = plan(engine, run.account, texts[0])
        engine.call("outbox.send")
        state = {r["id"]: r for r in engine.call("outbox.list")["rows"]}
        assert state[kept]["state"] == "scheduled" and world.scheduled() == [texts[0]]

        world.fault("apply_drop", on="write")  # the answer to handing over is lost
        lost = plan(engine, run.account, texts[1], ahead=8_000_000)
        engine.call("outbox.send")
        world.clear()
        engine.call("outbox.send")
        state = {r["id"]: r for r in engine.call("outbox.list")["rows"]}
        assert state[lost]["state"] == "scheduled", state[lost]
        assert sorted(world.scheduled()) == sorted(texts[:2])

        world.fault("apply_drop", on="write")  # and the one to asking back
        engine.call("outbox.cancel", id=lost)
        engine.call("outbox.send")
        world.clear()
        engine.call("outbox.send", wait=30)
        state = {r["id"]: r for r in engine.call("outbox.list")["rows"]}
        assert state[lost]["state"] == "cancelled" and world.scheduled() == [texts[0]]

        assert engine.call("outbox.pause", pull=True)["held_by_servers"] == 0
        assert world.scheduled() == []
        engine.call("outbox.resume")
        engine.call("outbox.send")
        assert world.scheduled() == [texts[0]]
        assert engine.call("accounts.remove", id=run.account)["server_holds"] == []
        assert world.scheduled() == [] and world.published() == []
    finally:
        engine.close()


def test_what_a_real_scheduler_published_is_found_pictures_and_all(
    platform: str, server: Server, tmp_path: Path
) -> None:
    world = server.world(tmp_path)
    if world.ours().limits().ahead_min is None:
        pytest.skip(f"{platform} has no scheduler")
    run = Run(platform, world, tmp_path, 1)
    run.connect()
    engine = run.engine()
    try:
        pictures = []
        for name, colour in (("one", "teal"), ("two", "orange")):
            path = tmp_path / f"{name}.png"
            Image.new("RGB", (64, 48), colour).save(path)
            pictures.append(compose.attach(engine.desk, path, f"A {colour} square"))
        text = f"Zwei Bilder {uuid.uuid4().hex[:8]} 两张图"
        row = plan(engine, run.account, text, media=tuple(pictures))
        engine.call("outbox.send", wait=30)
        there = engine.desk.row(int(row))
        assert there.state == "scheduled" and there.server_ref

        world.come_due(there.server_ref)  # as if somebody there had said: now
        due = "UPDATE outbox SET not_before = 0 WHERE id = ?"
        engine.desk.store.write(lambda tx: tx.db.execute(due, (int(row),)))
        engine.call("outbox.send", wait=30)
        there = engine.desk.row(int(row))
        assert there.state == "sent" and there.remote_id, there
        assert world.published() == [there.remote_id]
        assert world.alts_of(there.remote_id) == ["A teal square", "A orange square"]
    finally:
        engine.close()
