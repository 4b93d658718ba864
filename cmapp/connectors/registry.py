"""Which platforms there are: id → where its connector lives, imported when first asked for."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from cmapp.connectors.base import Connector
from cmapp.domain.errors import Unsupported

PLATFORMS: dict[str, str] = {
    "demo": "cmapp.platforms.demo:Demo",
    "mastodon": "cmapp.platforms.mastodon:Mastodon",
    "bluesky": "cmapp.platforms.bluesky:Bluesky",
    "byhand": "cmapp.platforms.byhand:ByHand",
}


def connector_class(platform: str) -> type[Connector]:
    """Return the connector class of a platform. Raises Unsupported for one that we lack."""
    if platform not in PLATFORMS:
        raise Unsupported("unknown_platform", platform=platform)
    module, name = PLATFORMS[platform].split(":")
    found: type[Connector] = getattr(import_module(module), name)
    return found


def part(platform: str, name: str) -> ModuleType:
    """Return a module of a platform's folder: the demo network's world, for the story."""
    if platform not in PLATFORMS:
        raise Unsupported("unknown_platform", platform=platform)
    return import_module(f"{PLATFORMS[platform].split(':')[0]}.{name}")
