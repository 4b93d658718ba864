"""Commands on writing help: set it up, look at what would be sent, ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.services import writing_help
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number
from cmapp.system import address, settings
from cmapp.system.vault import Vault


def help_show(desk: Desk) -> Json:
    """Return {on, url, local, model, hide_names, key}: how it is set up; never the key itself."""
    now = desk.settings
    return {
        "on": bool(now.help_url and now.help_model),
        "url": now.help_url,
        "local": bool(now.help_url) and address.is_loopback(now.help_url),
        "model": now.help_model,
        "hide_names": now.help_hide_names,
        "key": bool(now.help_url) and writing_help.key(desk) is not None,
    }


def help_set(
    desk: Desk,
    url: str | None = None,
    model: str | None = None,
    key: str | None = None,
    hide_names: bool | None = None,
) -> Json:
    """Set the endpoint; what is None stays. An empty address switches it off and forgets the key.

    The key goes to the keyring. Raises Rejected `bad_url`, `insecure_url` (plain http is for this
    machine alone), `bad_setting`. Returns as `help_show`.
    """
    values: dict[str, Any] = {}
    if url is not None:
        values["help_url"] = address.normal(url) if url.strip() else ""
    if model is not None:
        values["help_model"] = model.strip()
    if hide_names is not None:
        values["help_hide_names"] = hide_names
    for name, value in values.items():
        if not settings.makes_sense(name, value):
            raise Rejected("bad_setting", field=name, reason="bad_value", value=value)
    moved = values.get("help_url", desk.settings.help_url) != desk.settings.help_url
    if moved or key is not None:  # a key is for one server: it does not go to another one
        _keep_key(desk.vault, (key or "").strip(), values.get("help_url", desk.settings.help_url))
    settings.save(desk.paths.settings, replace(desk.settings, **values))
    desk.store.write(lambda tx: tx.touch("settings"))
    return help_show(desk)


def _keep_key(vault: Vault, key: str, url: str) -> None:
    name = vault.own(writing_help.VAULT_NAME)
    if key:
        vault.save(name, {"token": key, "url": url})
    else:
        vault.forget(name)


def help_models(desk: Desk) -> Json:
    """Return {models: [...]}: what the endpoint offers."""
    return {"models": writing_help.models(desk)}


def help_asked(
    desk: Desk, deed: str, text: str = "", item: str | None = None, lang: str = ""
) -> Json:
    """Return {url, local, model, messages, hidden}: what would be sent. Nothing is."""
    target = number(item) if item else None
    return _shown(writing_help.asked(desk, deed, text=text, item=target, lang=lang))


def _shown(what: writing_help.Asked) -> Json:
    return {
        "url": what.url,
        "local": what.local,
        "model": what.model,
        "messages": [dict(m) for m in what.messages],
        "hidden": list(what.hidden),
    }


def help_write(
    desk: Desk, deed: str, text: str = "", item: str | None = None, lang: str = ""
) -> Json:
    """Ask for a suggestion; returns {text, sent: as `help_asked`}. Nothing else is changed."""
    target = number(item) if item else None
    said, what = writing_help.write(desk, deed, text=text, item=target, lang=lang)
    return {"text": said, "sent": _shown(what)}
