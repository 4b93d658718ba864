"""What the deeds of moderation, their reasons and their ends are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def deed(code: str) -> str:
    """Return what a deed is called."""
    return {
        "mute": translate("moderation", "Mute"),
        "unmute": translate("moderation", "Unmute"),
        "block": translate("moderation", "Block"),
        "unblock": translate("moderation", "Unblock"),
        "report": translate("moderation", "Report"),
        "hide": translate("moderation", "Hide"),
        "unhide": translate("moderation", "Show again"),
    }.get(code, code)


def will(code: str, *, local: bool) -> str:
    """Return in plain words what will happen."""
    if local and code == "hide":
        return translate("moderation", "It leaves your inbox. Nothing is sent.")
    if local:
        return translate(
            "moderation", "All that is open of them leaves your inbox. Nothing is sent."
        )
    return {
        "hide": translate(
            "moderation",
            "Readers of your post no longer see it. The author is not told. It leaves your inbox.",
        ),
        "mute": translate(
            "moderation",
            "You see no more of them; they are not told. All that is open of them leaves your "
            "inbox.",
        ),
        "block": translate(
            "moderation",
            "Neither of you sees or reaches the other; they may notice. All that is open of them "
            "leaves your inbox.",
        ),
        "report": translate(
            "moderation",
            "The platform's moderators read your note. It cannot be taken back once it is out.",
        ),
    }.get(code, "")


def category(code: str) -> str:
    """Return a kind of reason."""
    return {
        "": translate("moderation", "Other reason"),
        "spam": translate("moderation", "Spam"),
        "abuse": translate("moderation", "Insult or harassment"),
        "misleading": translate("moderation", "False or misleading"),
        "sexual": translate("moderation", "Sexual"),
        "illegal": translate("moderation", "Against the law"),
        "rules": translate("moderation", "Against the rules there"),
        "other": translate("moderation", "Other reason"),
    }.get(code, code)


def state(code: str, *, undone: bool) -> tuple[str, str]:
    """Return what became of a line of the log, and its tone."""
    if undone:
        return translate("moderation", "taken back"), "muted"
    return {
        "ready": (translate("moderation", "waits to be sent"), "held"),
        "sending": (translate("moderation", "on its way"), "accent"),
        "sent": (translate("moderation", "done"), "ok"),
        "uncertain": (translate("moderation", "in doubt"), "held"),
        "review": (translate("moderation", "needs a decision"), "held"),
        "rejected": (translate("moderation", "refused"), "danger"),
        "cancelled": (translate("moderation", "dropped"), "muted"),
        "local": (translate("moderation", "only here"), "muted"),
        "gone": (translate("moderation", "account removed"), "muted"),
    }.get(code, (code, "muted"))
