"""What the user set: typed, with defaults, in `settings.json`."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cmapp.system.durable import sync_folder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one profile; options of an account lie with the account.

    `language`: `system`, `en`, `zh_CN` or `zh_TW`. `theme`: `system`, `light` or `dark`.
    `role`: `community`, `writer`, `lead` or `analyst`: what the window opens on.
    `late_minutes`: a queued reply later than this is held for a look. `undo_seconds`: how long
    the window holds a send back, `calm_seconds`: in a heated thread (0: no longer).
    `first_response_minutes`: the target for a first answer.
    `notice_minutes`: how long before it is missed one is told, 0: never.
    `sync_minutes`: the pause between two pulls of an account. `help_url`, `help_model`: the
    endpoint of the writing help, "" for none; `help_hide_names`: people's names stay here.
    `plan_fields`: what a plan must tell (names of `PLAN_FIELDS` with commas between them).
    `review_every`: `never`, `weekly` or `monthly`: a task says when it is time to look back.
    `use_server_scheduler`: what is planned goes to the platform's own scheduler where it has one.
    `stage_…`: the rules of the stages of people (`domain.people.StageRules`).
    `others` keeps what another version wrote.
    """

    language: str = "system"
    theme: str = "system"
    role: str = "community"
    late_minutes: int = 60
    undo_seconds: int = 10
    calm_seconds: int = 60
    first_response_minutes: int = 120
    notice_minutes: int = 15
    sync_minutes: int = 5
    stage_new_days: int = 30
    stage_loyal_visits: int = 5
    stage_loyal_days: int = 180
    stage_risk_days: int = 60
    stage_lapsed_days: int = 180
    use_server_scheduler: bool = True
    notifications: bool = True
    close_to_tray: bool = True
    review_every: str = "never"
    help_url: str = ""
    help_model: str = ""
    help_hide_names: bool = True
    plan_fields: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)


_RANGES: Mapping[str, tuple[int, int]] = {
    "late_minutes": (1, 100_000),
    "undo_seconds": (0, 600),
    "calm_seconds": (0, 3600),
    "first_response_minutes": (1, 100_000),
    "notice_minutes": (0, 1_440),
    "sync_minutes": (1, 1_440),
    "stage_new_days": (1, 3_650),
    "stage_loyal_visits": (1, 1_000),
    "stage_loyal_days": (1, 3_650),
    "stage_risk_days": (1, 3_650),
    "stage_lapsed_days": (1, 3_650),
}
_TEXTS: Mapping[str, int] = {"help_url": 500, "help_model": 200}
"""Settings that are words, with their most characters."""
PLAN_FIELDS = ("theme", "form", "cadence", "owner", "goal")
"""What a plan says of itself beside its words (CA-01)."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("system", "en", "zh_CN", "zh_TW"),
    "theme": ("system", "light", "dark"),
    "review_every": ("never", "weekly", "monthly"),
    "role": ("community", "writer", "lead", "analyst"),
}


def load(path: Path) -> tuple[Settings, Path | None]:
    """Return the settings in `path`, and where an unreadable file was set aside, or None.

    A missing file gives the defaults, and so does each value that makes no sense.

    Raises:
        OSError: the file is there and cannot be read.
    """
    try:
        found = json.loads(path.read_bytes())
        if not isinstance(found, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings(), None
    except (ValueError, RecursionError):
        aside = path.with_name(path.name + ".bad")
        os.replace(path, aside)
        log.warning("settings were unreadable and are set aside")
        return Settings(), aside
    known = {f.name for f in fields(Settings)} - {"others"}
    values = {name: value for name, value in found.items() if name in known}
    good = {name: value for name, value in values.items() if makes_sense(name, value)}
    others = {name: value for name, value in found.items() if name not in known}
    return Settings(**good, others=others), None


def save(path: Path, settings: Settings) -> None:
    """Write `settings` to `path`, whole or not at all.

    Raises:
        OSError: disk full and the like; the old file is untouched.
    """
    values = {f.name: getattr(settings, f.name) for f in fields(settings) if f.name != "others"}
    text = json.dumps({**settings.others, **values}, ensure_ascii=False, indent=2) + "\n"
    replace(path, text.encode())


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path` such that a power cut leaves the old or the new.

    Raises:
        OSError: the old file is untouched.
    """
    # no two writers share it; one that was killed must not be in the way of whoever has its number
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    fresh.unlink(missing_ok=True)
    try:
        with open(fresh, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # before the rename, or the name may outlive the bytes
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def makes_sense(name: str, value: object) -> bool:
    """Tell whether `value` is one that the setting `name` can have."""
    if name in _RANGES:
        low, high = _RANGES[name]
        return type(value) is int and low <= value <= high
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "plan_fields":
        return isinstance(value, str) and set(listed(value)) <= set(PLAN_FIELDS)
    if name in _TEXTS:
        return isinstance(value, str) and len(value) <= _TEXTS[name] and value.isprintable()
    return isinstance(value, bool)


def listed(value: str) -> list[str]:
    """Return the names in a setting that holds several."""
    return [name.strip() for name in value.split(",") if name.strip()]
