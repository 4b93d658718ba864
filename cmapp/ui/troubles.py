"""What went wrong and why something was refused, a sentence for each code there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def sentence(code: str) -> str:
    """Return what an error code means and what one can do; "" for a code without words."""
    tables = (_way_out, _sign_in, _servers, _people, _here, _answers, _caring, _media, _calendar)
    return next((words for table in tables if (words := table().get(code))), "")


def _way_out() -> dict[str, str]:
    return {
        "switched_off": translate(
            "troubles", "cmapp was started with --offline; nothing leaves until it is restarted."
        ),
        "flight_mode": translate("troubles", "Flight mode is on. Land first."),
        "paused": translate("troubles", "Everything outgoing is paused. Resume first."),
        "account_paused": translate("troubles", "The account rests: it neither fetches nor sends."),
    }


def _sign_in() -> dict[str, str]:
    over = translate("troubles", "That sign-in is over. Please begin again.")
    return {
        "token_refused": translate("troubles", "The platform does not accept this token any more."),
        "wrong_password": translate("troubles", "Handle or app password is wrong."),
        "unknown_handle": translate("troubles", "There is no such handle there."),
        "token_malformed": translate(
            "troubles", "That is not a token. Copy it again, whole and alone."
        ),
        "app_password_needed": translate(
            "troubles", "The account has a second factor: an app password is needed."
        ),
        "account_suspended": translate("troubles", "The platform has suspended this account."),
        "account_deactivated": translate(
            "troubles", "This account is deactivated. Activate it on its platform first."
        ),
        "another_account": translate(
            "troubles", "The server answered for another account. Please sign in again."
        ),
        "keyring_unavailable": translate(
            "troubles", "The keyring does not answer. Unlock it, then try again."
        ),
        "keyring_switched": translate(
            "troubles",
            "The sign-in lies in the keyring of another desktop. Sign in again, or go back to it.",
        ),
        "sign_in_refused": translate(
            "troubles", "The sign-in was refused. Nothing was changed; you can begin again."
        ),
        "sign_in_cancelled": translate("troubles", "The sign-in was broken off."),
        "sign_in_expired": translate("troubles", "The browser did not come back in time."),
        "needs_browser": translate("troubles", "This way of signing in needs a browser."),
        "answer_missing": translate("troubles", "Please fill in every field."),
        "unknown_way": translate("troubles", "This platform has other ways to sign in."),
        "unknown_talk": over,
        "not_browsing": over,
    }


def _servers() -> dict[str, str]:
    doubt = translate("troubles", "No answer came back. It may have been sent; see the outbox.")
    again = translate("troubles", "The server stumbles. cmapp tries again by itself.")
    nonsense = translate("troubles", "The server's answer made no sense. Nothing is lost.")
    return {
        "bad_url": translate(
            "troubles", "That is not the address of a server. Write its name, like mastodon.example"
        ),
        "insecure_url": translate("troubles", "The address must begin with https://"),
        "redirected": translate(
            "troubles", "The server points to another host. If you trust it, use that address."
        ),
        "host_not_allowed": translate(
            "troubles", "A call to a host that is not this account's was not made."
        ),
        "server_error": again,
        "connection_cut": again,
        "not_json": nonsense,
        "garbled_answer": doubt,
        "entries_skipped": translate(
            "troubles", "Some of what the server told could not be read. All else came in."
        ),
        "no_answer": doubt,
        "post_gone": translate("troubles", "This post is not there any more."),
        "not_offered": translate("troubles", "The platform does not offer this."),
    }


def _people() -> dict[str, str]:
    nobody = translate("troubles", "This person is not there any more.")
    return {
        "unknown_person": nobody,
        "ambiguous_person": translate("troubles", "Several people have this handle."),
        "unknown_fact": translate("troubles", "This fact was removed already."),
        "unknown_note": translate("troubles", "This note was removed already."),
        "unknown_segment": translate("troubles", "This segment is not there any more."),
        "unknown_stage": translate("troubles", "There is no such stage."),
        "same_person": translate("troubles", "A profile cannot be merged with itself."),
        "already_merged": translate("troubles", "Both are one person already."),
        "not_merged": translate("troubles", "This profile is not merged into another."),
        "not_theirs": translate("troubles", "This is nothing that they said or show."),
    }


def _media() -> dict[str, str]:
    """The media library."""
    return {
        "unknown_file": translate("troubles", "That file is not in the library any more."),
        "unknown_media_kind": translate("troubles", "There is no such kind of file."),
        "too_many_files": translate(
            "troubles", "Too many files in one folder. Take smaller ones in, one by one."
        ),
        "bad_tag": translate("troubles", "A tag has 1 to 60 characters."),
        "bad_crop": translate(
            "troubles", "That part cannot be cut out. Videos and moving pictures are not cropped."
        ),
    }


def _caring() -> dict[str, str]:
    """Moderation, tasks, and what is written down by hand."""
    gone = translate("troubles", "It is not there any more.")
    older = translate(
        "troubles", "An older cmapp is still at work on this profile. Quit, then start again."
    )
    return {
        "reason_missing": translate("troubles", "A reason is needed, or a kind."),
        "cannot_moderate": translate("troubles", "That cannot be done there."),
        "cannot_take_back": translate("troubles", "A report that is out cannot be taken back."),
        "not_local": translate("troubles", "A report has to reach the platform."),
        "person_gone": translate("troubles", "That account is not there any more."),
        "too_much_chosen": translate("troubles", "Choose one thing that it is about."),
        "bad_time": translate("troubles", "That time cannot be."),
        "not_by_hand": translate("troubles", "This came from a platform. Reply to it there."),
        "unknown_entry": gone,
        "unknown_task": gone,
        "unknown_moderation": older,
        "unknown_category": older,
        "unknown_channel": translate("troubles", "There is no such channel."),
    }


def _here() -> dict[str, str]:
    gone = translate("troubles", "It is not there any more.")
    older = translate(
        "troubles", "An older cmapp is still at work on this profile. Quit, then start again."
    )
    return {
        "empty": translate("troubles", "There is nothing to send yet."),
        "too_long": translate("troubles", "Too long for this platform. Your text is kept."),
        "cannot_send": translate("troubles", "This account cannot do that on its platform."),
        "nothing_to_answer": translate("troubles", "There are no words here to answer."),
        "draft_is_queued": translate(
            "troubles", "This text already waits in the outbox. Take it back there to change it."
        ),
        "not_in_review": translate("troubles", "It is not held any more."),
        "answer_in_doubt": translate(
            "troubles", "Nobody knows yet whether an answer to them went out. See the outbox first."
        ),
        "too_late": translate("troubles", "It has already left; it cannot be taken back here."),
        "unknown_item": gone,
        "unknown_account": gone,
        "unknown_draft": gone,
        "unknown_search": gone,
        "search_name_taken": translate("troubles", "There is a saved search of this name already."),
        "search_empty": translate("troubles", "A saved search needs a name and something to find."),
        "unknown_row": gone,
        "unknown_platform": translate("troubles", "There is no such platform."),
        "unknown_calendar": gone,
        "bad_hours": translate("troubles", "These hours cannot be. Nothing was changed."),
        "bad_calendar": translate(
            "troubles", "The calendar cannot be read or used. Nothing was changed."
        ),
        "bad_setting": translate("troubles", "A setting cannot have this value."),
        "unknown_rule": translate("troubles", "This rule is gone."),
        "unknown_firing": translate("troubles", "The rule’s log no longer has this entry."),
        "unknown_suggestion": translate("troubles", "This suggestion is gone."),
        "bad_retention": translate(
            "troubles", "Things are kept for 1 to 36,500 days, or for ever."
        ),
        "bad_rule": translate("troubles", "A rule needs a name, what to look for, what to do."),
        "unknown_log": translate("troubles", "This chat log is gone."),
        "bad_log": translate("troubles", "This file cannot be read as a live chat."),
        "bad_value": translate("troubles", "This value makes no sense here."),
        "unknown_command": older,
        "unknown_state": older,
        "unknown_verdict": older,
        "unknown_lane": older,
        "unknown_mute": older,
        "unknown_priority": older,
        "unknown_time": older,
        "bad_color": translate("troubles", "That is no colour."),
        "unknown_label": gone,
        "unknown_note": gone,
        "unknown_deed": gone,
        "nothing_chosen": translate("troubles", "Nothing is chosen."),
        "too_many_chosen": translate(
            "troubles", "Too many at once. Nothing was changed; choose fewer."
        ),
        "query_misread": translate(
            "troubles",
            "A part of the search was not understood, so nothing was changed. To look for it as"
            " words, put it in quotation marks.",
        ),
        "time_is_past": translate("troubles", "That time is past."),
        "no_such_time": translate(
            "troubles", "The clocks skip that time on that day: summer time begins."
        ),
        "plan_incomplete": translate(
            "troubles", "A plan has to tell more: something that must be filled in is empty."
        ),
        "not_planned": translate("troubles", "It has no day yet."),
        "not_our_post": translate("troubles", "That post is not yours."),
        "no_note": translate(
            "troubles",
            "This platform cannot change a post. Write a note that corrects it, or replace it.",
        ),
        "no_account": translate("troubles", "Choose the account that it goes out from."),
        "draft_is_out": translate("troubles", "This went out. Write a new draft to say more."),
        "draft_is_reply": translate(
            "troubles", "This is an answer; it belongs to one conversation."
        ),
        "unknown_version": gone,
        "unknown_metric": gone,
        "unknown_chart": gone,
        "unknown_view": gone,
        "unknown_import": gone,
        "unknown_layout": gone,
        "unknown_campaign": gone,
        "unknown_goal": gone,
        "unknown_rating": gone,
        "too_few_rows": translate("troubles", "Too few weeks are known for that."),
        "flat_metric": translate("troubles", "One of the metrics never changes."),
        "same_metrics": translate("troubles", "Some of the metrics say the same."),
        "unknown_cost": gone,
        "unknown_decision": gone,
        "unknown_finding": gone,
        "unknown_experiment": gone,
        "no_metric": translate("troubles", "It needs a metric: what is counted."),
        "no_number": translate("troubles", "It needs a number."),
        "no_day": translate("troubles", "It needs a day."),
        "bad_currency": translate("troubles", "A currency has three letters, such as EUR."),
        "too_many_cases": translate(
            "troubles", "So small an effect needs more cases than anybody has."
        ),
        "too_few_cases": translate("troubles", "That is less than the plan needs."),
        "no_baseline": translate(
            "troubles", "There are too few past posts to read a baseline from: enter it."
        ),
        "plan_frozen": translate("troubles", "It has begun: its plan is sealed."),
        "seen_already": translate(
            "troubles",
            "That post went out before the experiment began, or two days ago: its result could"
            " be seen.",
        ),
        "not_begun": translate("troubles", "It has not begun."),
        "nothing_yet": translate("troubles", "There is nothing to look at yet."),
        "experiment_closed": translate("troubles", "This experiment is over."),
        "experiment_full": translate("troubles", "This arm has all its cases."),
        "label_taken": translate("troubles", "Another label has that name."),
        "nothing_to_undo": translate("troubles", "There is nothing to take back."),
        "usage": older,
        "engine_busy": translate(
            "troubles", "Another cmapp works on this profile and does not answer."
        ),
        "engine_unreachable": translate(
            "troubles", "The part that sends and receives is not there. It is being started."
        ),
        "profile_newer": translate(
            "troubles", "A newer cmapp wrote this profile. Nothing was changed; use that one."
        ),
        "no_lock": translate("troubles", "No passphrase is set."),
        "no_certificates": translate(
            "troubles", "There is no certificate (PEM) in that file, or it cannot be read."
        ),
        "passphrase_short": translate("troubles", "A passphrase has 4 to 1,000 characters."),
        "no_profile": translate("troubles", "There is no profile in this folder."),
        "not_a_profile": translate(
            "troubles", "The database in this folder is not cmapp's. Nothing was changed."
        ),
        "rollups_differed": translate(
            "troubles",
            "The sums behind charts were wrong. They were made anew; see `cmapp doctor`.",
        ),
        "database_damaged": translate(
            "troubles",
            "The database is damaged and is left as it is. Copies may lie in the folder “backups”.",
        ),
        "not_damaged": translate("troubles", "The database is whole: there is nothing to save."),
        "unknown_backup": translate("troubles", "There is no such backup any more."),
        "backup_no_room": translate(
            "troubles", "There is no room for a backup. Free some space; it is tried again."
        ),
        "backup_damaged": translate("troubles", "That backup is not whole. Take another one."),
        "backup_failed": translate("troubles", "Today's backup could not be made."),
        "backup_stopped": translate("troubles", "The backup was not finished."),
        "restored": translate(
            "troubles", "This profile was restored. Look at what waits for you in the outbox."
        ),
        "restore_failed": translate("troubles", "Nothing was restored; all is as it was."),
        "database_locked": translate(
            "troubles",
            "Another program holds the database. Close it; what you type is kept meanwhile.",
        ),
        "database_missing": translate(
            "troubles",
            "The database is not there any more. Where it was moved, put it back; copies may lie"
            " in the folder “backups”.",
        ),
        "database_unreadable": translate(
            "troubles",
            "The database cannot be opened. Please check the rights of the file and its folder;"
            " nothing was changed.",
        ),
        "disk_error": translate(
            "troubles", "The disk refuses to write. Nothing that was saved is lost."
        ),
        "profile_unusable": translate(
            "troubles", "The profile folder cannot be made or opened. Please check its rights."
        ),
        "read_only": translate(
            "troubles",
            "The profile folder cannot be written to: what is there can be read. Please check its"
            " rights.",
        ),
        "network_disk": translate(
            "troubles",
            "The profile lies on a network disk, where a database can be damaged. Nothing was"
            " changed; copy the folder to a disk of this computer.",
        ),
        "bug": translate(
            "troubles", "Something went wrong that is our fault. The log in the profile tells more."
        ),
    }


def cause(code: str) -> str:
    """Return why a platform, or our check before it, said no; "" for a cause without words."""
    whom = translate("troubles", "Only some people may answer there.")
    closed = translate("troubles", "Replies are closed there.")
    kind = translate("troubles", "This kind of file is not accepted here.")
    large = translate("troubles", "The picture is too large for this platform.")
    foreign = translate("troubles", "The post is not of this account.")
    return {
        "not_text": translate("troubles", "The text holds broken characters."),
        "too_many": translate("troubles", "Too many pictures for this platform."),
        "too_many_pixels": translate("troubles", "The picture has too many pixels."),
        "too_few": translate("troubles", "A poll has two options at least."),
        "twice": translate("troubles", "Two options of the poll are alike."),
        "too_short": translate("troubles", "The poll must be open for longer."),
        "mixed": translate("troubles", "Pictures, a video and a poll do not go together."),
        "not_held": translate("troubles", "The server keeps it no more."),
        "too_soon": translate("troubles", "There is too little time left for the server."),
        "too_big": large,
        "kind": kind,
        "not_a_picture": kind,
        "heic": translate(
            "troubles", "HEIC and AVIF pictures cannot be read here. Save it as JPEG first."
        ),
        "animated": translate(
            "troubles", "It moves, and would have to be made smaller or into another kind."
        ),
        "too_many_frames": translate("troubles", "The moving picture is too long."),
        "disk_full": translate("troubles", "There is not enough room on the disk."),
        "too_large": translate("troubles", "The file is too large."),
        "empty": translate("troubles", "The file is empty."),
        "damaged": translate("troubles", "The picture is damaged."),
        "unreadable": translate("troubles", "The picture cannot be read."),
        "not_found": translate("troubles", "The picture is not where it was."),
        "not_processed": translate("troubles", "The server did not finish with the picture."),
        "has_poll": translate("troubles", "The post has a poll, whose votes would be lost."),
        "not_allowed": whom,
        "locked": closed,
        "thread_locked": closed,
        "blocked": translate("troubles", "One of you has blocked the other."),
        "window_closed": translate("troubles", "The time for a reply is over."),
        "not_ours": foreign,
        "not_yours": foreign,
        "forbidden": translate("troubles", "The server does not allow it."),
        "scope_missing": translate(
            "troubles", "A permission is missing. Sign in again to grant it."
        ),
        "unknown": translate("troubles", "Nobody there has that name."),
        "not_our_thread": translate("troubles", "The thread is somebody else's."),
        "own_account": translate("troubles", "It is an account of yours."),
        "no_post": translate("troubles", "There is no public post."),
        "too_many_hidden": translate("troubles", "Too many are hidden in this thread already."),
    }.get(code, "")


def _answers() -> dict[str, str]:
    return {
        "unknown_reply": translate("troubles", "That saved reply is not there any more."),
        "unknown_article": translate("troubles", "That article is not there any more."),
        "unknown_kind": translate("troubles", "There is no such kind of reply."),
        "title_taken": translate("troubles", "Another saved reply has this title."),
        "shortcut_taken": translate("troubles", "Another saved reply has this shortcut."),
        "bad_shortcut": translate("troubles", "A shortcut is one word of at most 32 letters."),
        "same_variant": translate(
            "troubles", "Two wordings are for the same platform and language. Leave one."
        ),
        "open_gaps": translate(
            "troubles", "Something in double braces has no value yet. Nothing was queued."
        ),
        "personal_data": translate(
            "troubles", "There is personal data in it. The draft is kept; send again to say yes."
        ),
        "held_by_checks": translate(
            "troubles", "The checks hold it. The draft is kept; see what they found."
        ),
        "unknown_check": translate("troubles", "There is no such check."),
        "cannot_override": translate("troubles", "There is no way around this check."),
        "no_reason": translate("troubles", "Please say why. It is kept with the draft."),
        "nothing_to_override": translate("troubles", "That check finds nothing there any more."),
        "unknown_override": translate("troubles", "There is no such override any more."),
        "bad_sheet": translate("troubles", "This sheet cannot be. Nothing was changed."),
        "bad_brief": translate("troubles", "The brief cannot be like this. Nothing was changed."),
        "unknown_allowance": translate("troubles", "There is no such permission."),
        "nothing_to_correct": translate("troubles", "Say what is wrong with it."),
        "unknown_signal": translate("troubles", "There is no such signal."),
        "unknown_list": translate("troubles", "There is no such list of words."),
        "bad_word": translate("troubles", "A word has 1 to 60 characters."),
        "not_listed": translate("troubles", "The word is not on that list."),
        "no_new_thanks": translate(
            "troubles", "This person has had every thank-you there is. Write one yourself."
        ),
        "nothing_there": translate("troubles", "The file has nothing that could be brought in."),
        "file_unreadable": translate(
            "troubles", "The file is neither JSON nor a table in plain text."
        ),
        "help_off": translate(
            "troubles", "Writing help is not set up. It is under Settings, Writing help."
        ),
        "help_unusable": translate(
            "troubles", "The writing help answered nothing usable. Your text is as it was."
        ),
    }


def _calendar() -> dict[str, str]:
    return {
        "unknown_pillar": translate("troubles", "There is no such pillar."),
        "unknown_preset": translate("troubles", "There is no such preset."),
        "unknown_series": translate("troubles", "That series is not there any more."),
        "name_taken": translate("troubles", "There is another one of that name."),
        "draft_is_planned": translate("troubles", "It has a time. Take that away first."),
        "no_slot": translate("troubles", "No slot of this account is free."),
        "no_links": translate("troubles", "There is no link in the text."),
        "never_ends": translate(
            "troubles", "A series needs an end: a last day, or a number of times."
        ),
        "bad_series": translate("troubles", "The series cannot be like this. Nothing was changed."),
        "bad_table": translate(
            "troubles", "The file cannot be read as a table. Nothing was changed."
        ),
        "unknown_template": translate("troubles", "That template is not there any more."),
        "unknown_schedule": translate("troubles", "That schedule is not there any more."),
        "bad_block": translate("troubles", "A report cannot have this block. Nothing was changed."),
        "bad_logo": translate("troubles", "A logo has to be a PNG or JPEG of at most 2 MB."),
        "report_not_made": translate(
            "troubles",
            "A report that is made by itself could not be written. It is tried again.",
        ),
        "no_report": translate("troubles", "That file is no report of cmapp."),
        "report_damaged": translate(
            "troubles", "The report in that file is damaged: it cannot be made again."
        ),
        "report_newer": translate(
            "troubles", "That report was made by a newer version. Nothing was compared."
        ),
        "no_chinese_font": translate(
            "troubles",
            "No font with Chinese characters was found on this machine. Install one, or make HTML.",
        ),
        "cannot_draw": translate("troubles", "No picture can be drawn here: Qt does not start."),
        "file_unwritable": translate("troubles", "The file cannot be written there."),
        "import_unclear": translate(
            "troubles", "The file can be read in two ways. Say which; nothing was changed."
        ),
        "table_refused": translate(
            "troubles", "Some rows of the table have problems. Nothing was changed."
        ),
    }
