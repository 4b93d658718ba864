"""Pictures of the real window on the demo network: `python -m cmapp.ui.screenshots OUTDIR`.

Makes a demo profile in a temporary folder, lives through a flight there, and saves one picture
for each screen of the README. Needs no display.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cmapp.ui import screenshot_insights

NAMES = (
    "inbox", "triage", "likes", "conversation", "composer", "write", "outbox", "landing",
    "connect", "search", "people", "calendar", "media",
    "figures", "week", "suggestions", "rules", "rule", "live", "words", "settings",
)  # fmt: skip
FURTHER = (
    "wording", "brief", "versions", "week-plan", "plan-list", "ideas", "series", "slots",
    "campaigns", "best-times", "sheets", "network", "insights",
    *screenshot_insights.NAMES,
)  # fmt: skip
"""Scenes that are drawn when `--only` asks for them."""


def main() -> int:
    """Make the pictures; returns the exit status."""
    parser = argparse.ArgumentParser(prog="cmapp.ui.screenshots", description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--lang", default="", help="en, zh_CN or zh_TW; all three if left out")
    parser.add_argument("--theme", default="", help="light or dark; both if left out")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--only", default="", help="one of: " + " ".join(NAMES + FURTHER))
    parser.add_argument("--profile", type=Path, default=None, help=argparse.SUPPRESS)
    args = parser.parse_args()
    args.outdir.mkdir(parents=True, exist_ok=True)
    if args.profile is None:
        with tempfile.TemporaryDirectory(prefix="cmapp-pictures-") as folder:
            os.environ.setdefault("XDG_RUNTIME_DIR", folder)
            live_through_a_flight(Path(folder) / "profile")
            return _each(args, Path(folder) / "profile")
    if args.only != "insights" and args.only not in screenshot_insights.NAMES:
        return _draw(args)
    engine = subprocess.Popen(  # reports and tables from elsewhere are read there
        [sys.executable, "-m", "cmapp", "--profile", str(args.profile), "engine"]
    )
    try:
        return _draw(args)
    finally:
        engine.terminate()
        engine.wait(20)


def _each(args: argparse.Namespace, profile: Path) -> int:
    """Draw each language and theme in a process of its own."""
    status = 0
    for lang in [args.lang] if args.lang else ["en", "zh_CN", "zh_TW"]:
        for theme in [args.theme] if args.theme else ["light", "dark"]:
            command = [sys.executable, "-m", "cmapp.ui.screenshots", str(args.outdir)]
            command += ["--lang", lang, "--theme", theme, "--size", args.size]
            command += ["--profile", str(profile)] + (["--only", args.only] if args.only else [])
            env = {"QT_FONT_DPI": "96", **os.environ}
            if not env.get("DISPLAY") and not env.get("WAYLAND_DISPLAY"):
                env["QT_QPA_PLATFORM"] = "offscreen"
            status |= subprocess.run(command, check=False, env=env).returncode
    return status


def live_through_a_flight(folder: Path) -> None:
    """Connect the demo network, answer people in flight mode, let things happen, land.

    The engine is started as the window starts it and ended at the end.
    """
    from cmapp.connectors.registry import connector_class, part
    from cmapp.services.client import Client
    from cmapp.system import paths
    from cmapp.ui.screenshot_insights import keep_books
    from cmapp.ui.screenshot_media import fill_library
    from cmapp.ui.screenshot_plans import plan_ahead
    from cmapp.ui.screenshot_writing import keep_drafts

    profile = paths.profile(folder).make()
    engine = subprocess.Popen([sys.executable, "-m", "cmapp", "--profile", str(folder), "engine"])
    try:
        call = _patient(Client(profile))
        brands: Any = connector_class("demo")
        for handle in brands.BRANDS:
            call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
        call("sync")
        network = part("demo", "network")
        world = network.Network(folder / network.FOLDER)
        _fly(call, world)
        _look_back(call, folder)
        keep_drafts(call, folder)
        fill_library(call, folder)
        plan_ahead(call)
        keep_books(call, folder)
        call("engine.quit")
        engine.wait(20)
    finally:
        if engine.poll() is None:
            engine.terminate()


def _patient(client: Any) -> Callable[..., dict[str, Any]]:
    from cmapp.services.client import EngineGone
    from cmapp.system import clock

    def call(command: str, /, **args: Any) -> dict[str, Any]:
        ends = clock.monotonic() + 20
        while True:
            try:
                found: dict[str, Any] = client.call(command, **args)
                return found
            except EngineGone:
                if clock.monotonic() > ends:
                    raise
                clock.pause(0.1)

    return call


ANSWERS = (
    "谢谢你告诉我们，已经在处理了。",
    "Yes, it fits. Tell us if it does not and we will take it back.",
    "We will look into it today and write to you here.",
    "已經幫您記下來了，今天會回覆您。",
    "Thank you! More of them come out of the kiln on Friday.",
)

NEWCOMERS = ("jo", "rina", "xu_nuo")
NEW = ("Is the shop open on Sunday?", "這一款還有貨嗎？", "能寄到乌鲁木齐吗？")


def _fly(call: Callable[..., dict[str, Any]], world: Any) -> None:
    waiting = [i for i in call("inbox.list", limit=300)["items"] if i["needs_reply"]]
    chosen: list[dict[str, Any]] = []
    threads: set[str] = set()
    for item in reversed(waiting):
        top = call("inbox.thread", item=item["id"])["posts"][0]["id"]
        free = item["kind"] != "message" and item.get("can_reply", True) and top not in threads
        if free and len(item["text"]) > 18:
            threads.add(top)
            chosen.append(item)
        if len(chosen) == len(ANSWERS):
            break
    done = {i["id"] for i in chosen}
    for item in waiting:
        # what is older, and the people who try us with markup, are for the tests to look at
        old = item in waiting[:-26] or "<" in item["author"]["name"]
        if old and item["id"] not in done:
            call("inbox.set_state", item=item["id"], state="done")
    call("flight.start")
    for item, words in zip(chosen, ANSWERS, strict=True):
        call("reply", item=item["id"], text=_in_tongue(item["text"], words))
    # what happens in the world while we are away
    remote = {p.text: p.id for p in world.posts()}
    edited, again = remote[chosen[1]["text"]], remote[chosen[2]["text"]]
    han = any("\u4e00" <= c <= "\u9fff" for c in chosen[1]["text"])
    more = "我問的是小的那一款。" if han else " I mean the small one."
    world.edit(edited, f"{chosen[1]['text']}{more}")
    world.say(world.post(again).author, "Oh, and is there a gift box for it?", parent=again)
    ours = {p.id: p for p in world.brands()}
    said = [p for p in world.posts() if p.author in ours and p.kind == "post"]
    for who, words, post in zip(NEWCOMERS, NEW, said[-3:], strict=False):
        world.say(who, words, parent=post.id)
    call("flight.end")
    rest = [i for i in call("inbox.list", limit=300)["items"] if i["needs_reply"]]
    call("flight.start")
    for item in rest[: -len(NEW)][::-1]:
        top = call("inbox.thread", item=item["id"])["posts"][0]["id"]
        if item["kind"] == "comment" and item.get("can_reply", True) and top not in threads:
            threads.add(top)
            call("reply", item=item["id"], text=_in_tongue(item["text"], ANSWERS[2]))
        if len(threads) == len(ANSWERS) + 2:
            break


def _look_back(call: Callable[..., dict[str, Any]], folder: Path) -> None:
    """Let there be suggestions, rules and a live chat to look at."""
    items = call("inbox.list", state="all", limit=300)["items"]
    said = [i["id"] for i in items if i["kind"] in ("comment", "mention", "reply")]
    for title, some, state in (
        ("礼盒装 / a gift box", said[:5], "new"),
        ("Open on Sundays", said[5:8], "accepted"),
        ("刻字服务", said[8:10], "declined"),
    ):
        made = call("suggestions.add", items=some, title=title)["suggestion"]
        if state != "new":
            call("suggestions.move", id=made["id"], state=state)
    label = {"command": "inbox.label", "args": {"label": "退款"}}
    mine = {"command": "inbox.assign", "args": {"who": "me"}}
    draft = {"command": "draft", "args": {"text": "{{name}}, we ship on Fridays."}}
    call("rules.save", name="退款", query="退款 OR refund -is:done", deeds=[label, mine])
    call("rules.save", name="When do you ship?", query="ship OR 发货", deeds=[draft])
    chat = folder / "2026-11-20 开窑直播.txt"
    lines = [
        "小满: 链接在哪里？", "ana: where is the link?", "xu: 链接在哪", "bo: 能刻字吗？",
        "jo: where is the link", "林: 链接在哪里呀", "rina: 可以刻字吗", "吴: 能刻字吗",
    ]  # fmt: skip
    chat.write_text("\n".join(lines), encoding="utf-8")
    call("live.import", path=str(chat))


def _in_tongue(question: str, words: str) -> str:
    """Return an answer in the language of the question."""
    from cmapp.store.words import fold

    if not any("\u4e00" <= c <= "\u9fff" for c in question):
        han = any("\u4e00" <= c <= "\u9fff" for c in words)
        return "We will look into it today and write to you here." if han else words
    if fold(question) != question.casefold():
        return "謝謝您告訴我們，今天會查清楚，有結果馬上回覆您。"
    return "谢谢你告诉我们，今天会查清楚，有结果马上回复你。"


def _draw(args: argparse.Namespace) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from cmapp.system import paths
    from cmapp.system.settings import Settings
    from cmapp.ui import asking, desktop, look
    from cmapp.ui.bridge import Bridge
    from cmapp.ui.dialogs.picker import Picker
    from cmapp.ui.drafting import Drafting
    from cmapp.ui.reader import StoreDesk
    from cmapp.ui.window import Window

    app = QApplication(sys.argv[:1])
    asking.FAR = ()  # no engine runs here
    desktop.speak(app, args.lang)
    look.apply(app, args.theme, language=args.lang)
    desk = StoreDesk(paths.profile(args.profile), Settings)
    bridge = Bridge()
    window = Window(desk, bridge, Drafting(desk, bridge, None), Settings())
    wide, high = (int(n) for n in args.size.split("x"))
    window.resize(wide, high)
    window.show()
    names = [args.only] if args.only else list(NAMES)
    if args.only == "insights":  # each chart is a picture of its own
        from cmapp.services.insights import CHARTS

        names += ["network", *screenshot_insights.NAMES]
        names += [f"chart:{name}" for name in CHARTS]

    def save(name: str) -> None:
        if bridge.busy():
            QTimer.singleShot(200, lambda: save(name))
            return
        QTimer.singleShot(100, lambda: take(name))  # what has just arrived is to be laid out

    def take(name: str) -> None:
        picture = shot(window, app)
        language = "" if args.lang == "en" else f"-{args.lang}"
        size = "" if args.size == "1280x800" else f"-{args.size}"
        file = name.replace(":", "-")
        picture.save(str(args.outdir / f"{file}-{args.theme}{language}{size}.png"))
        step()

    def step() -> None:
        dialog = app.activeModalWidget()
        if dialog is not None:
            dialog.close()
        for picker in window.findChildren(Picker):
            picker.reject()
        if not names:
            app.quit()
            return
        name = names.pop(0)
        slow = name in screenshot_insights.NAMES
        QTimer.singleShot(3200 if slow else 450, lambda: save(name))
        scene(window, name)

    QTimer.singleShot(300, step)
    status: int = app.exec()
    bridge.close()
    desk.close()
    return status


def shot(window: Any, app: Any) -> Any:
    """Return a picture of the window, with the dialog that is open over it."""
    from PySide6.QtGui import QColor, QPainter

    picture = window.grab()
    dialog = app.activeModalWidget()
    if dialog is not None:
        painter = QPainter(picture)
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
        left = (window.width() - dialog.width()) // 2
        top = (window.height() - dialog.height()) // 2
        painter.drawPixmap(left, top, dialog.grab())
        painter.end()
    return picture


def scene(window: Any, name: str) -> None:
    """Bring the window into the state that a picture shows."""
    match name:
        case "inbox":
            window.go("inbox")
        case "conversation":
            for row in window.desk.outbox():
                if row.state == "ready" and row.item is not None:
                    window.open_item(row.item)
        case "composer":
            window.go("inbox")
            rows = window.desk.inbox("needs_reply", start=None, limit=100)
            asked = [r.id for r in rows if "確認信" in r.text]  # what the text below answers
            window.open_item(asked[0]) if asked else window.pane("inbox").move_by(2)
            window.pane("inbox").write()
            editor = window.pane("inbox").talk.composer.editor
            editor.setPlainText("抱歉讓您久等！請把報名時的信箱給我們，今天 18:00 前補寄確認信。")
            editor.moveCursor(editor.textCursor().MoveOperation.End)
        case "write" | "wording" | "brief" | "versions":
            from cmapp.ui.screenshot_writing import compose

            compose(window, name)
        case "triage":
            window.go("inbox")
            inbox = window.pane("inbox")
            for deed in ("select", "extend", "extend", "label"):
                inbox.do(deed)
        case "likes":
            window.go("inbox")
            window.pane("inbox").do("view.likes")
        case "outbox" | "landing":
            window.go(name)
        case "search":
            window.search_for("退款 OR refund -is:done has:")
        case "people":
            window.go("people")
        case "network":
            window.go("insights")
            window.pane("insights").show_in("network", {})
        case "calendar" | "week-plan" | "plan-list" | "ideas":
            from cmapp.ui.planning.plans import today

            view = {"calendar": "month", "week-plan": "week", "plan-list": "list"}.get(name, name)
            window.go("calendar")
            calendar = window.pane("calendar")
            calendar.show_view(view)
            if view == "week":  # the one that tomorrow is in: on its last day a week looks empty
                calendar.view().stand(today() + 1)
        case "series" | "slots" | "campaigns" | "best-times":
            from PySide6.QtCore import QTimer

            window.go("calendar")
            deed = {"best-times": "best"}.get(name, name)
            QTimer.singleShot(0, lambda: window.pane("calendar").do(f"cal.{deed}"))
        case "figures" | "week" | "suggestions" | "rules" | "live":
            window.looking.show(name)
            if name == "week":
                window.pane("review").shown().turn(1)
        case "rule":
            window.looking.show("rules")
            window.looking.make_rule(query="退款 OR refund -is:done")
        case "insights":
            window.go("insights")
        case _ if name in screenshot_insights.NAMES:
            screenshot_insights.show(window, name, window.desk.paths.root)
        case _ if name.startswith("chart:"):
            window.go("insights")
            window.pane("insights").show_in("charts", {"name": name[6:], "days": 30})
        case "words":
            window.looking.open_words()
        case "sheets":
            window.looking.open_sheets()
        case "media":
            window.go("write")
            window.looking.open_media()
        case "settings":
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, window.opening.open_settings)
        case "connect":
            window.go("accounts")
            window.journeys.connect_account()


if __name__ == "__main__":
    sys.exit(main())
