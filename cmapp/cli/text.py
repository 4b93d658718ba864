"""English for codes, and the lines that a person reads in the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cmapp.domain.wording import bare, filled
from cmapp.services.shapes import iso

ERRORS = {
    # no way out
    "offline": "no way out: you are offline, or the server[ {host}] cannot be reached",
    "switched_off": "this run was told to stay offline",
    "flight_mode": "flight mode is on; end it with: cmapp flight end",
    "paused": "everything outgoing is paused; release it with: cmapp outbox resume",
    "account_paused": "the account rests; it neither reads nor sends",
    "certificate": "the certificate of the server[ {host}] is not valid; it is never bypassed",
    "throttled": "the server asks us to wait[ until {until}]",
    # signing in
    "sign_in_needed": "the account has to be signed in again[ ({why})]",
    "token_refused": "the server does not accept the token (any more)",
    "token_malformed": "that is no token: it has spaces or letters that no token has",
    "wrong_password": "handle or app password is wrong",
    "app_password_needed": "the account asks for a second factor: use an app password",
    "account_suspended": "the platform has suspended this account",
    "account_deactivated": "this account is deactivated on its platform",
    "another_account": "the server answered with another account's session",
    "no_secret": "no token is known for this account: sign in again",
    "keyring_unavailable": "the keyring cannot be used[ ({why})]; hand the token in as"
    " CMAPP_TOKEN_<ACCOUNT ID>",
    "keyring_switched": "the sign-in lies in another keyring[ ({was})], which does not answer here:"
    " log in to the desktop that has it, or sign in again",
    "no_keyring": "there is no keyring here; hand the token to each run as[ {variable}]",
    "scope_missing": "the token lacks a permission[: {scope}]",
    "sign_in_refused": "the sign-in was refused[ ({why})][: {said}]",
    "sign_in_cancelled": "the sign-in was broken off",
    "sign_in_expired": "the browser did not come back in time",
    "needs_browser": "this way of signing in needs a browser",
    "not_browsing": "the sign-in does not wait for a browser",
    "answer_missing": "the sign-in needs an answer[: {field}]",
    "unknown_way": "there is no such way of signing in[; try {known}]",
    "unknown_handle": "there is no such handle",
    "unknown_talk": "that sign-in is over; begin again",
    # servers
    "bad_url": "that is not the address of a server",
    "insecure_url": "the address must begin with https:// (plain http only on this machine)",
    "redirected": "the server sends us to another host[ ({host})];"
    " use that address if you trust it",
    "host_not_allowed": "a call to another host[ ({host})] was not made",
    "flaky": "the server did not answer properly[ ({status})]; trying again may help",
    "server_error": "the server has trouble of its own[ ({status})]; trying again may help",
    "connection_cut": "the connection was cut; trying again may help",
    "garbled": "the answer of the server was not understood[ ({why})]",
    "not_json": "the answer of the server was not understood",
    "entries_skipped": "[{count} ]entries of the server's list are not understood and left out",
    "garbled_answer": "the answer of the server was not understood; it may have been sent",
    "uncertain": "it may or may not have been sent[ ({why})]",
    "no_answer": "no answer came: it may or may not have been sent",
    "missing": "it does not exist (any more)",
    "post_gone": "that post does not exist (any more)",
    "unsupported": "this cannot be done here[ ({why})]",
    "not_offered": "the server does not offer this[ ({field})]",
    # what was written
    "rejected": "it was refused[: {why}][, {size} of {limit}][; the server says: {said}]"
    "[; it is kept as draft {draft}]",
    "empty": "there is no text[; it is kept as draft {draft}]",
    "not_text": "half of a character[ ({field})]: no server could keep that",
    "too_long": "too long[ ({field})][: {size} of {limit}][ {unit}][; it is kept as draft {draft}]",
    "too_many": "too many pictures[: {size} of {limit}][; the text is kept as draft {draft}]",
    "too_few": "too few options[: {size} of {limit}]",
    "twice": "two options of the poll are alike",
    "too_short": "the poll is open for too short a time[: {size} of {limit}][ {unit}]",
    "mixed": "a video, pictures and a poll do not go together in one post",
    "not_held": "the server keeps this planned post no more",
    "too_big": "the file is too large[: {size} of {limit} bytes]",
    "too_many_pixels": "the picture has too many pixels[: {size} of {limit}]",
    "kind": "this kind of file is not accepted[: {kind}]",
    "not_found": "the file is not there[: {path}]",
    "unknown_file": "there is no such file in the library[: {id}]",
    "unknown_media_kind": "kinds are picture, animation and video[, not {value}]",
    "too_many_files": "too many files in one folder[: more than {limit}]",
    "bad_tag": "a tag has 1 to 60 characters",
    "bad_crop": "that is no part of the picture: left, top, width, height from 0 to 1[ ({why})]",
    "cannot_send": "this account cannot do that here[ ({why})]",
    "nothing_to_answer": "there are no words to answer[: this is a {kind}]",
    "draft_is_queued": "the draft is queued[: {id}];"
    " take its row back first: cmapp outbox cancel ROW",
    "not_in_review": "the row does not wait for a decision[ (it is {state})]",
    "too_late": "the row cannot be taken back any more[ (it is {state})]",
    "unknown_moderation": "there is no such deed of moderation[: {value}]",
    "unknown_category": "there is no such category[: {value}]",
    "reason_missing": "a reason is needed: --reason TEXT or --category NAME",
    "not_local": "a report has to go out",
    "cannot_moderate": "this cannot be done here[: {why}]",
    "cannot_take_back": "a report that is out cannot be taken back[: {id}]",
    "too_much_chosen": "choose items, a search or a person: one of them",
    "unknown_task": "there is no such task[: {id}]",
    "unknown_channel": "there is no such channel[: {value}]",
    "bad_time": "that time cannot be[ ({field})][: {value}][; it is kept as draft {draft}]",
    "not_by_hand": "that item was not written down by hand: answer it with `cmapp reply`[ {id}]",
    "unknown_entry": "there is no such line in the log of moderation[: {id}]",
    "person_gone": "that account does not exist there (any more)",
    "unknown_item": "there is no such item[: {id}]",
    "unknown_account": "there is no such account[: {id}]",
    "own_account": "it is an account of ours",
    "answer_in_doubt": "nobody knows yet whether our answers to them went out[ ({rows})]:"
    " look at `cmapp outbox list`, or say --anyway (they are not sent again)",
    "unknown_draft": "there is no such draft[: {id}]",
    "unknown_row": "there is no such row in the outbox[: {id}]",
    "unknown_reply": "there is no such saved reply[: {id}]",
    "unknown_article": "there is no such article[: {id}]",
    "unknown_kind": "there is no such kind[: {value}]",
    "title_taken": "another saved reply has this title",
    "shortcut_taken": "another saved reply has this shortcut[: {value}]",
    "bad_shortcut": "a shortcut is one word of at most 32 letters[, not: {value}]",
    "same_variant": "two wordings are for the same platform and language",
    "open_gaps": "it has gaps that nothing fills[: {names}]; nothing was queued",
    "personal_data": "it has personal data in it[: {what}]; the draft is kept[ as {draft}]."
    " To let it stand: --allow personal_data",
    "held_by_checks": "the checks hold it[: {checks}]; the draft is kept[ as {draft}]."
    " See: cmapp checks run DRAFT; to let it through: cmapp checks override",
    "unknown_template": "there is no such template[: {id}]; see: cmapp report templates",
    "bad_block": "a report cannot have this block[ ({field})][: {value}]",
    "bad_logo": "that picture cannot be the logo: PNG or JPEG[; {size} of {limit} bytes]",
    "no_report": "that file is no report of cmapp",
    "report_damaged": "the report in that file is damaged: it cannot be made again",
    "report_newer": "that report was made by a newer version[ ({version})]; nothing was compared",
    "no_chinese_font": "no font with Chinese characters was found here; a PDF would show boxes."
    " Install one (Noto Sans CJK), or make HTML",
    "report_not_made": "a report was not made[: {code}][ ({why})][; folder {folder}];"
    " it is tried again",
    "unknown_schedule": "there is no such schedule[: {id}]; see: cmapp report schedules",
    "unknown_check": "there is no such check[: {value}]; see: cmapp checks list",
    "cannot_override": "there is no way around this check[: {value}]",
    "no_reason": "a reason is needed, of at most 2,000 characters",
    "nothing_to_override": "that check found nothing there[: {value}]",
    "unknown_override": "there is no such override",
    "bad_sheet": "this sheet cannot be[ ({field}, {why})][: {value}]",
    "bad_brief": "this brief cannot be[ ({field}, {why})][: {value}]",
    "unknown_allowance": "there is no such permission[: {value}]",
    "nothing_to_correct": "say --reply yes or no, or --as something",
    "unknown_signal": "there is no such signal[: {value}]",
    "unknown_list": "there is no such list[: {value}]",
    "bad_word": "that is no word: it needs 1 to 60 characters",
    "not_listed": "the word is not on that list[: {value}]",
    "no_new_thanks": "[{name} has had ]every thank-you that there is; write one yourself",
    "nothing_there": "the file has nothing that could be brought in",
    "file_unreadable": "the file is neither JSON nor a table in plain text",
    "help_off": "writing help is not set up; see: cmapp writing-help --help",
    "help_unusable": "the writing help answered nothing usable[ ({why})]; nothing was changed",
    "unknown_platform": "there is no such platform[: {platform}]",
    "unknown_state": "there is no such state[: {value}]",
    "unknown_search": "there is no saved search of this name[: {name}]",
    "search_name_taken": "there is a saved search of this name already[: {value}]",
    "search_empty": "a saved search needs a name and a query",
    "unknown_verdict": "there is no such decision[: {value}]",
    "unknown_label": "there is no such label[: {name}]",
    "unknown_note": "there is no such note[: {id}]",
    "unknown_deed": "there is no such deed[: {id}]; see: cmapp history",
    "unknown_lane": "there is no such lane[: {value}]",
    "unknown_mute": "a thread or a person can be muted, nothing else[: {value}]",
    "unknown_priority": "the priority is -1, 0 or 1, not[ {value}] that",
    "unknown_time": "that is no time[: {value}]",
    "time_is_past": "that time is past[: {at}][; it is kept as draft {draft}]",
    "no_such_time": "the clocks skip that time[ ({value}, {zone})][; the next one is {next}]"
    "[; it is kept as draft {draft}]",
    "plan_incomplete": "a plan has to tell more[: {missing}]; see the setting plan_fields",
    "not_planned": "the draft has no plan that could be moved[: {id}]",
    "not_our_post": "that post is none of ours[: {id}]",
    "no_note": "this platform cannot change a post: give a --note, or --way replace",
    "no_account": "the draft does not say from which account it goes[: {draft}]",
    "draft_is_out": "this is the record of what went out[: {id}]; it does not change",
    "draft_is_reply": "the draft is an answer[: {id}]; use: cmapp reply ITEM",
    "unknown_version": "there is no such version[: {id}]",
    "unknown_metric": "there is no such metric[: {name}]",
    "unknown_chart": "there is no such chart[: {name}]",
    "unknown_view": "there is no such view[: {name}]",
    "unknown_cost": "there is no such cost[: {id}]",
    "unknown_decision": "there is no such decision[: {id}]",
    "unknown_finding": "there is no such finding[: {id}]",
    "unknown_experiment": "there is no such experiment[: {id}]",
    "no_metric": "it needs a metric; cmapp metrics lists them",
    "no_number": "it needs a number[ ({field})]",
    "no_day": "it needs a day[ ({field})]",
    "bad_currency": "a currency has three letters, such as EUR[, not {value}]",
    "too_many_cases": "so small an effect needs more cases than anybody has[: over {limit} an arm]",
    "too_few_cases": "that is less than the plan needs[: {size} of {limit}]",
    "no_baseline": "too few past posts to read a baseline from[ ({size})]: say baseline and sd",
    "plan_frozen": "it has begun: its plan is sealed",
    "seen_already": "that post went out before the experiment began, or two days ago[: {value}];"
    " its result could be seen",
    "not_begun": "it has not begun",
    "nothing_yet": "there is nothing to look at yet",
    "experiment_closed": "the experiment is over",
    "experiment_full": "this arm has all its cases[: {limit}]",
    "unknown_goal": "there is no such goal[: {id}]",
    "unknown_rating": "there is no such rating[: {id}]",
    "too_few_rows": "too few weeks are known[: {size} of at least {limit}]",
    "flat_metric": "a metric never changes[: {value}]",
    "same_metrics": "some of the metrics say exactly the same[: {value}]",
    "unknown_campaign": "there is no such campaign[: {id}]",
    "nothing_chosen": "nothing is chosen: name items, or use --search",
    "too_many_chosen": "too many at once[: {size} of {limit}]; nothing was changed",
    "query_misread": "a part of the search was not understood[: {part}]; nothing was changed."
    " To look for it as words, put it in quotation marks",
    "label_taken": "there is another label of that name[: {name}]",
    "bad_color": "that is no colour[: {value}]; it looks like #aabbcc",
    "nothing_to_undo": "there is nothing to take back[: {id}]",
    "unknown_command": "the engine knows no such command[: {command}]; is it an older cmapp?",
    "unknown_calendar": "there is no such calendar[: {id}]",
    "bad_hours": "these hours cannot be[ ({field})][: {why}][: {value}]",
    "bad_calendar": "the calendar was not taken[: {why}][: {value}]",
    "bad_setting": "a setting[, {field},] cannot have that value[: {value}]",
    "unknown_rule": "there is no such rule[: {id}]",
    "unknown_firing": "there is no such entry in the log of the rules[: {id}]",
    "unknown_suggestion": "there is no such suggestion[: {id}]",
    "bad_retention": "it cannot be kept like that[: {field}][ ({value})]; 1 to 36500 days, or off",
    "bad_rule": "the rule cannot be like that[: {field}][ ({value})]",
    "unknown_log": "there is no such chat log[: {id}]",
    "bad_log": "that file cannot be read as a live chat[ ({reason})]",
    "bad_value": "[{field} ]cannot be that[: {value}]",
    "usage": "[{message}]",
    # the calendar
    "unknown_pillar": "there is no such pillar[: {id}]",
    "unknown_preset": "there is no such preset[: {id}]",
    "unknown_series": "there is no such series[: {id}]",
    "never_ends": "a series needs an end: --until DAY, or --count N",
    "bad_series": "the series cannot be like that[ ({field})][: {why}][: {value}]",
    "bad_table": "the table was not taken[: {why}][: {value}]",
    "import_unclear": "the file can be read in two ways[: {why}][ ({value})]; nothing was changed.",
    "unknown_import": "there is no such import[: {id}]",
    "unknown_layout": "no layout of that name is remembered[: {name}]",
    "table_refused": "[{size} ]problems in the table; nothing was changed."
    " See them all with --dry-run",
    "cannot_draw": "no picture can be drawn here, for Qt does not start[: {said}]",
    "file_unwritable": "the file cannot be written[: {path}][: {why}][: {said}]",
    "name_taken": "there is another one of that name[: {value}]",
    "draft_is_planned": "the draft has a time[: {id}]; take it away first",
    "no_slot": "no slot is free[: {id}]; set some with: cmapp calendar slots set",
    "no_links": "there is no link in it[: {id}]",
    # people
    "unknown_person": "there is no such person[: {id}]",
    "ambiguous_person": "several people have this handle[: {id}]; name one by number[: {known}]",
    "unknown_fact": "there is no such fact[: {id}]",
    "unknown_segment": "there is no such segment[: {name}]",
    "unknown_stage": "there is no such stage[: {value}]",
    "same_person": "a profile cannot be merged with itself[: {id}]",
    "already_merged": "both are one person already[: {id}]; unmerge them first",
    "not_merged": "this profile is not merged into another[: {id}];"
    " where several hang on it, name the one to take out",
    "not_theirs": "this is nothing that they said or show[: {id}]",
    # this machine
    "engine_busy": "another program works on this profile and does not answer",
    "engine_unreachable": "the program that works on this profile cannot be reached;"
    " nothing was done",
    "engine_gone": "the program that works on this profile ended; look with `cmapp outbox list`"
    " before you repeat anything",
    "profile_unusable": "the profile[ {path}] cannot be used[: {why}]",
    "no_certificates": "no certificate (PEM) can be read from that file[: {file}]",
    "no_lock": "no passphrase is set; set one with: cmapp lock set",
    "passphrase_short": "a passphrase has 4 to 1,000 characters[, not {size}]",
    "no_profile": "there is no profile in this folder[: {path}]",
    "profile_newer": "a newer cmapp wrote this profile[ (schema {version}, we know {known})];"
    " nothing was changed, and `cmapp export all --out FOLDER` still writes out what is in it",
    "not_a_profile": "the database in this folder is not one of cmapp",
    "disk_full": "the disk is full; nothing that was saved is lost",
    "disk_error": "the disk or its quota refuses to write; nothing that was saved is lost",
    "database_locked": "another program holds the database of this profile; nothing was changed."
    " Close it, then try again",
    "database_missing": "the database is not there any more[: {path}]; where it was moved, put it"
    " back. `cmapp backup rescue` makes a new one of the newest copy and the drafts",
    "database_unreadable": "the database cannot be opened[: {path}]; see to the rights of the file"
    " and its folder. Nothing was changed",
    "rollups_differed": "what charts sum up did not equal its rows[ ({count} times, first at {at}:"
    " {kept} instead of {rows})]; it was made anew",
    "database_damaged": "the database is damaged; it is left as it is. `cmapp backup rescue` saves"
    " what can be saved",
    "not_damaged": "the database is not damaged: there is nothing to rescue",
    "unknown_backup": "there is no such copy[: {name}]; `cmapp backup list` has them",
    "backup_no_room": "there is no room for a copy[ ({needed} bytes are needed, {free} are free)]",
    "backup_damaged": "the copy is not whole[: {name} ({said})]",
    "backup_failed": "today's copy could not be made[: {said}]",
    "backup_stopped": "the copy was not finished: the program ended",
    "restored": "this profile was restored[ from {name}]; look at what waits in the outbox",
    "restore_failed": "nothing was restored, all is as it was[: {said}]",
    "read_only": "the profile cannot be written to; what is in it can be read",
    "network_disk": "the profile lies on a file system of the network[ ({kind})], where a database"
    " can be damaged; name a folder of this computer with --profile",
    "bug": "something went wrong that is our fault[ ({type})]; the log tells more",
}
"""Error code → words; the braces are facts, and what stands in brackets goes where one lacks."""

WHY = {
    "unknown_zone": "there is no such time zone",
    "not_a_time": "that is no time of day",
    "not_a_day": "that is no day, like 2026-12-01",
    "not_a_slot": "that is no slot: a weekday and a time of day",
    "not_a_share": "that is no share in percent",
    "not_a_link": "that is no web address",
    "none_free": "no slot is free",
    "too_many_rows": "it has too many rows",
    "not_a_table": "it cannot be read as a table, from this line on",
    "old_xls": "it is an old .xls; save it as .xlsx or .csv",
    "no_header": "its first row does not name the columns",
    "no_values": "no column is taken for a number: say --map COL=FIELD",
    "no_such_sheet": "it has no sheet of that name",
    "unknown_column": "it has no such column",
    "duplicate_column": "two columns are taken for the same thing",
    "day_order": "day or month first: say --day-order",
    "decimal": "which mark is the decimal one: say --decimal",
    "currency": "no currency is told: say --currency",
    "account": "no account is told: say --account",
    "day": "no day is told: say --day",
    "share": "0.45 under a sign of per cent: say --share",
    "again": "this file is in already, read in another way: say --again to have it twice",
    "cell_too_long": "a text is too long for a spreadsheet; use .csv",
    "unknown_kind_of_file": "the name ends neither in .csv nor in .xlsx",
    "problems": "rows have problems",
    "not_a_rule": "that is no rule (RRULE) without times of day",
    "too_often": "more than once a day",
    "never_happens": "it matches no day",
    "same_text": "the texts that take turns must differ",
    "not_that_day": "it is none of its days",
    "planned": "it has a time",
    "not_a_period": "that is no period, like 09:00-12:00",
    "not_a_week": "that is no list of weekdays",
    "empty_period": "the period has no length",
    "ends_before_start": "it ends before it begins",
    "overlap": "two periods overlap at",
    "never_open": "nobody would be there for a whole year",
    "bad_target": "a target is 1 to 100,000 minutes, by a known name",
    "bad_block": "that is no list of times",
    "unknown_field": "there is no such entry",
    "bad_away": "the away text is too long or no text",
    "unknown_country": "no holidays are known for that country",
    "not_ics": "the file is no calendar, or was cut short",
    "no_events": "there is no event in it",
    "bad_event": "an event in it cannot be read",
    "empty": "there is nothing in it",
    "not_text": "the text holds broken characters",
    "too_long": "it is too long",
    "too_many": "there are too many pictures",
    "too_many_pixels": "the picture has too many pixels",
    "too_big": "the file is too large",
    "too_large": "the file is too large",
    "kind": "this kind of file is not accepted",
    "not_a_picture": "that is no PNG, JPEG, WebP or GIF picture, no MP4, MOV or WebM video",
    "heic": "HEIC and AVIF pictures cannot be read here; save it as JPEG first",
    "animated": "it moves, and would have to be made smaller or into another kind",
    "too_many_frames": "the moving picture is too long",
    "video": "a video cannot be cropped",
    "box": "it does not lie inside the picture",
    "damaged": "the file is damaged",
    "unreadable": "the file cannot be read",
    "not_found": "the file is not there",
    "not_processed": "the server did not finish with the picture",
    "has_poll": "the post has a poll, whose votes would be lost",
    "not_allowed": "the author lets only some people answer",
    "locked": "the thread is locked",
    "thread_locked": "the author has closed the thread",
    "blocked": "one of you has blocked the other",
    "window_closed": "the time for a reply is over",
    "not_ours": "the post is not of this account",
    "not_yours": "the post is not of this account",
    "key_taken": "another post has its place on the network",
    "past": "that time is past",
    "not_so": "the server did not do it",
    "before": "it lies before what it answers",
    "ambiguous": "several fit",
    "not_local": "it has to go out",
    "not_by_hand": "it was not written down by hand",
    "not_our_thread": "the thread is somebody else's",
    "own_account": "it is an account of ours",
    "no_post": "there is no public post",
    "too_many_hidden": "too many answers are hidden in this thread",
    "too_soon": "there is too little time left for the server's own scheduler",
    "forbidden": "the server does not allow it",
    "refused": "the server said no",
    "not_offered": "it is not offered here",
    "scope_missing": "the token lacks the permission",
    "server_too_old": "the server is too old for it",
    "needs_server": "it needs a service that cmapp does not speak to",
    "twice": "it is there twice",
    "taken": "another one has it",
    "used_up": "all of them were used",
    "not_a_number": "it is no number",
    "not_one_of": "it is none of those that there are",
    "not_words": "it must be words",
    "out_of_range": "it is out of range",
    "both": "it is wanted and banned",
    "bad_word": "that is no word to look for",
    "below_a_day": "a week cannot have fewer than a day",
    "fixed": "this check is always on",
    "checks": "the checks hold it",
    "gaps": "it has gaps",
    "spaces": "it has spaces or is too long",
    "off": "it is switched off",
    "unknown": "nobody there has that name",
    "not_mastodon": "that server does not speak the Mastodon API",
    "not_such_a_server": "that is not such a server",
    "bad_server_in_did": "the account names a server that cannot be used",
    "registration": "the server does not let programs register",
    "issuer": "the answer came from another server",
    "html": "it sent a web page",
    "syntax": "it was cut short or is no JSON",
    "number": "it holds a number out of bounds",
    "too_deep": "it is nested too deeply",
    "shape": "a part is missing",
    "missing_field": "a part is missing",
    "bad_time": "a time in it makes no sense",
    "not_an_object": "a part is missing",
    "cut": "the connection was cut",
    "timeout": "no answer in time",
    "redirected": "the server sent us elsewhere",
    "unread": "what is there cannot be read",
    "no_keyring": "there is none",
    "backend_refused": "the one that is set up would write to a readable file",
    "no_answer": "it did not answer",
    "broken": "it failed",
}
"""Code of a cause (the facts `reason` and `why`) → words."""

NOTES = {
    "detached": "stands by itself: the server did not put it under the post it answers",
    "published_at_once": "the server published it at once instead of keeping it for later",
    "other_time": "the server would keep it until another time: it is taken back",
    "moved_there": "its time was changed on the server",
    "server_late": "its time has come, and the server has not published it yet",
    "server_refused": "the server would not keep it for later: it goes from here",
    "said_by_person": "you said that it is there",
}
"""What came out otherwise than asked → words."""

REASONS = {
    "parent_deleted": "the post it answers was deleted",
    "parent_edited": "the post it answers was edited",
    "author_again": "the author wrote again",
    "answered_by_us": "one of us has answered already",
    "not_allowed": "replies are not allowed",
    "window_closed": "the time for a reply is over",
    "late": "its planned time is long past",
    "unresolved": "nobody knows whether it was sent",
    "restored": "it may have been sent since the copy was made that was restored",
    "before_unknown": "the post it follows has no known place",
    "before_rejected": "the post it follows was refused",
    "out_already": "the earlier version was published before it could be taken back",
    "changed": "another version took its place",
}
ACCOUNT_STATES = {"active": "connected", "paused": "rests", "sign_in": "signed out"}
STATES = {
    "ready": "waiting",
    "sending": "going out",
    "scheduled": "kept by the server",
    "sent": "sent",
    "rejected": "refused",
    "uncertain": "may have been sent",
    "review": "held for you",
    "cancelled": "taken back",
}


_CODE = re.compile(r"[a-z_]*")
_LONGEST_FACT = 200


def error(code: str, facts: Mapping[str, Any]) -> str:
    """Return an error in words. A fact that lacks takes its part of the line with it."""
    known = {name: told for name, value in facts.items() if (told := _fact(name, value))}
    if (words := ERRORS.get(code)) is None:
        told = ", ".join(f"{name}: {value}" for name, value in known.items())
        return f"{code} ({told})" if told else code
    cause = str(facts.get("why") or facts.get("reason") or "")
    if code == "offline" and cause in ERRORS:
        words = ERRORS[cause]  # it was somebody's wish
    if code != "keyring_unavailable" and cause in _OWN_MEANING:
        cause = ""
    told = WHY.get(cause) or bare(ERRORS.get(cause, "") if cause != code else "")
    known["why"] = told or ("" if _CODE.fullmatch(cause) else _fact("why", cause))
    known["state"] = STATES.get(cause, "")

    if "{draft}" not in words and code not in _ABOUT_A_DRAFT:
        words += "[; it is kept as draft {draft}]"
    return filled(words, known)


_ABOUT_A_DRAFT = ("draft_is_out", "draft_is_queued", "draft_is_reply", "unknown_draft")
"""Errors whose `draft` is what they are about, not where a text was kept."""
_OWN_MEANING = ("no_answer", "broken", "no_keyring")
"""Causes that tell of a keyring and mean something else elsewhere."""


def _fact(name: str, value: Any) -> str:
    """Return a fact as it stands in a line: short, and nothing in it moves a cursor."""
    if value is None or isinstance(value, Mapping):
        return ""
    if name == "until" and isinstance(value, int):
        return (iso(value) or "")[:16].replace("T", " ") + " UTC"
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    return "".join(char for char in str(value) if char.isprintable())[:_LONGEST_FACT]


def one_line(text: str | None, most: int = 72) -> str:
    """Return a text as one short line."""
    line = " ".join((text or "").split())
    return line if len(line) <= most else line[: most - 1] + "…"


def accounts(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of accounts."""
    if not found["accounts"]:
        yield "No account yet. Connect one: cmapp accounts add --help, or try: cmapp demo"
    for a in found["accounts"]:
        state = ACCOUNT_STATES[a["state"]]
        if a["problem"]:
            state += f": {error(a['problem'], {})}"
        read = a["synced_at"] or "—"
        yield f"{a['id']}  {a['platform']:<9} {a['handle']:<32} {state}  read {read}"
    for held in found.get("server_holds", ()):
        yield f"The server still keeps this and will publish it: {row(held)}"


def synced(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a sync brought."""
    for a in found["accounts"]:
        error_text = f"  stopped: {error(a['error'], {})}" if a["error"] else ""
        yield f"{a['id']}  {a['new']} new, {a['changed']} changed{error_text}"


def inbox(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of inbox items."""
    if not found["items"]:
        yield "Nothing waits here."
    for i in found["items"]:
        who = i["author"]["name"] or i["author"]["handle"]
        head = f"{i['id']}  {i['created_at'][:16]}  {i['kind']:<8}"
        yield f"{head} {one_line(who, 20):<20} {one_line(i['text'])}"


def digest(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what came in."""
    yield (
        f"Since {found['since'][:16]}: {found['total']} came in, {found['needs_reply']} of them"
        f" need a reply; {found['overdue']} are overdue"
    )
    for name in ("kinds", "accounts", "lanes", "signals"):
        if found[name]:
            yield f"{name}: " + ", ".join(f"{k} {n}" for k, n in found[name].items())
    if found["negative"]:
        yield "Complaints:"
        yield from inbox({"items": found["negative"]})
    for c in found["closing"]:
        yield f"The time to answer {c['name']} ends {c['until'][:16]} ({c['id']})"
    for a in found["alike"]:
        yield f"{a['count']} say the same: {one_line(a['text'])} (--alike {a['first']})"
    if found["groups"]:
        yield from groups({"groups": found["groups"], "alike": []})  # those are told above


def groups(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of likes and reposts, and of near-duplicates."""
    if not found["groups"] and not found["alike"]:
        yield "Nothing waits here."
    for g in found["alike"]:
        yield f"{g['count']} alike: --alike {g['id']}  {one_line(g['text'], 60)}"
    for g in found["groups"]:
        name = ":".join(str(g["group"][n] or "") for n in ("account", "kind", "target"))
        who = ", ".join(one_line(n, 20) for n in g["names"])
        yield f"{name}  {g['count']}  {who}  {one_line(g['text'], 48)}"


def labels(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of labels."""
    if not found["labels"]:
        yield "No labels yet. Make one: cmapp label NAME ITEM"
    for one in found["labels"]:
        yield f"{one['name']}  {one['count']}  {one['color']}"


def note(found: Mapping[str, Any]) -> str:
    """Return a note as a line."""
    by = f" {found['author']}:" if found["author"] else ""
    return f"{found['id']}  {found['made_at'][:16]} {by} {one_line(found['text'])}"


def deed(found: Mapping[str, Any]) -> str:
    """Return a deed as a line."""
    count = f" on {found['count']}" if found["count"] else ""
    told = {n: v for n, v in found["args"].items() if n not in ("count", "items") and v}
    args = ", ".join(f"{n} {_fact(n, v) or v}" for n, v in told.items())
    mark = " (taken back)" if found["undone_at"] else ""
    return f"{found['at'][:16]}  {found['command']}{count}  {one_line(args)}{mark}"


_EMPTIED = {
    "age": " [words no longer kept]",
    "deleted": " [words no longer kept]",
    "unverified": " [not shown: not seen on its platform for too long]",
}


def thread(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell a conversation."""
    for p in found["posts"]:
        who = p["author"]["name"] or p["author"]["handle"]
        mark = f" [{STATES[p['pending']]}]" if p["pending"] else ""
        gone = " [deleted]" if p["deleted"] else _EMPTIED.get(p.get("emptied") or "", "")
        yield f"{p['created_at'][:16]}  {'us' if p['mine'] else who}{mark}{gone}"
        yield f"    {p['text']}"
    for n in found.get("notes", ()):
        yield f"Note {note(n)}"


def threads(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell several conversations, each under the item that it was asked for."""
    for one in found["threads"]:
        yield f"== {one['item']}"
        yield from thread(one)


QUERY_NOTES = {
    "unknown_field": "There is no filter of this name, so it was searched as words: {part}",
    "unknown_value": "The filter does not have this value, so it was searched as words: {part}",
    "not_a_date": "This is no date, so it was searched as words: {part}",
    "no_value": "The filter says nothing, so it was searched as words: {part}",
    "too_much": "Only the first 32 terms were used, not: {part}",
    "newest_only": "In no index, so it was looked for in the newest 50,000 posts: {part}",
}
"""What is said of a part of a query that was read otherwise than it may have been meant."""


def hits(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a search found."""
    for note in found.get("notes", ()):
        yield QUERY_NOTES[note["code"]].format(part=note["part"])
    for h in found["hits"]:
        who = h["author"]["name"] or h["author"]["handle"]
        yield f"{h['id']}  {h['created_at'][:16]}  {one_line(who, 20):<20} {one_line(h['text'])}"
    if not found["hits"]:
        yield "Nothing found."
    if found["more"]:
        count = found["count"] if found["counted_all"] else "1000+"
        yield f"… of {count}. The next: --before {found['next']}"
    if "saved" in found:
        yield f"Saved: {found['saved']['name']}"


def saved_searches(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of the saved searches."""
    if not found["searches"]:
        yield "No saved searches."
    for s in found["searches"]:
        yield f"{one_line(s['name'], 24):<24} {s['query']}"


def queued(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell that something was queued."""
    yield f"Queued as {found['outbox']['id']}. Send it with: cmapp outbox send"


def drafts(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of drafts."""
    if not found["drafts"]:
        yield "No drafts."
    for d in found["drafts"]:
        plan = d["plan"]
        when = f"  for {plan['wall'].replace('T', ' ')} ({plan['zone']})" if plan else ""
        state = "idea" if d["stage"] == "idea" else d["state"]
        title = f"{d['title']}: " if d["title"] else ""
        yield f"{d['id']}  {d['saved_at'][:16]}  {state:<7} {one_line(title + d['text'])}{when}"
        if "history" in found or len(found["drafts"]) == 1:
            for v in d["variants"]:
                segment = f"/{v['segment']}" if v["segment"] else ""
                yield f"    {v['account']}{segment}  {one_line(v['text'] or '(the same words)')}"
    if found.get("forked_from"):
        yield f"{found['forked_from']} was changed since, elsewhere: both are kept."
    for one in found.get("gone", ()):
        yield f"    the account {one} is not connected any more"
    for one in found.get("held", ()):
        yield f"    held  {one['account']}: {error(one['code'], one['facts'])}"
    for one in found.get("rows", ()):
        yield f"    {row(one)}"
    for v in found.get("history", ()):
        yield version(v)


def version(v: Mapping[str, Any]) -> str:
    """Return one version of a draft as a line."""
    return f"    version {v['n']}  {v['saved_at'][:16]}  {one_line(v['text'])}"


def compared(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what changed between two versions: what went in brackets, what came in braces."""
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}

    def words(segments: list[dict[str, str]]) -> str:
        return "".join(marks[one["op"]].format(one["text"]) for one in segments)

    yield words(found["segments"])
    for one in found["variants"]:
        segment = f"/{one['segment']}" if one["segment"] else ""
        yield f"{one['account']}{segment}: {words(one['segments'])}"
    if found["changed"]:
        yield f"Changed as well: {', '.join(found['changed'])}"


def parts(found: list[dict[str, Any]]) -> Iterator[str]:
    """Tell the posts of a thread, each with what it measures."""
    for n, one in enumerate(found, 1):
        used = ", ".join(f"{m['used']} of {m['limit']} {m['unit']}" for m in one["measures"])
        yield f"-- {n}/{len(found)}  {used}"
        yield one["text"]


def previews(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell how a post goes out from each account."""
    for one in found["previews"]:
        segment = f"/{one['segment']}" if one["segment"] else ""
        sent = "  (sent)" if one["sent"] else ""
        yield f"== {one['account']}{segment}  {one['platform'] or 'not connected'}{sent}"
        yield from parts(one["parts"])
        if one["first_comment"]:
            yield f"-- first comment\n{one['first_comment']}"
        for warning in one["warnings"]:
            yield f"!! {error(warning['code'], warning['facts'])}"
    if found["missing"]:
        yield f"The plan does not tell: {', '.join(found['missing'])}"


def row(found: Mapping[str, Any]) -> str:
    """Return one row of the outbox as a line."""
    told = [REASONS[found["reason"]]] if found["reason"] else []
    if found["state"] == "rejected" and found["error"]:
        told.append(error(found["error"]["code"], found["error"]["facts"]))
    told += [NOTES.get(note, note) for note in found["notes"]]
    told += _waiting(found)
    why = f": {'; '.join(told)}" if told else ""
    return f"{found['id']}  {STATES[found['state']]}{why}  {one_line(found['text'], 60)}"


def _waiting(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell when a row goes, what it waits for, and who holds it."""
    live = found["state"] in ("ready", "scheduled")
    if found["planned_at"] and live:
        yield f"planned for {found['planned_at'][:16]}Z"
    if server := found.get("server"):
        if server["recall"]:
            yield "asked back; until it is given back the server will publish it"
    if waits := found.get("waits"):
        words = "waits for" if waits["why"] == "before" else "waits until the server gives back"
        yield f"{words} {waits['row']} ({STATES[waits['state']]})"
    if (thread := found.get("thread")) and found["state"] != "cancelled":
        yield f"{thread['sent']} of {thread['of']} parts are out"


def one_row(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of one row, of the one that it follows, and of those that follow it."""
    if found["before"]:
        yield f"follows  {row(found['before'])}"
    yield row(found["outbox"])
    for after in found["after"]:
        yield f"then  {row(after)}"


def stopped(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what the panic switch has done, and what it could not reach."""
    yield "Paused. Nothing goes out until: outbox resume"
    if held := found["held_by_servers"]:
        yield f"{held} planned posts are still kept by servers, which will publish them"
    if leaving := found.get("under_way"):
        yield f"{leaving} were leaving in that moment and may be out; the outbox tells"


def rows(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of the outbox."""
    if not found["rows"]:
        yield "The outbox is empty."
    for one in found["rows"]:
        yield row(one)


def landed(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a landing did."""
    titles = {
        "sent": "Sent once",
        "held": "Held for you",
        "uncertain": "May have been sent",
        "rejected": "Refused",
    }
    stopped = found.get("stopped", {})
    if stopped and not any(found.get(name) for name in titles):
        yield "Nothing went out."  # noughts would look as if there had been nothing to send
        titles = {}
    for name, title in titles.items():
        yield f"{title}: {len(found.get(name, ()))}"
        for one in found.get(name, ()):
            yield f"    {row(one)}"
            for n in one["news"]:
                if n.get("text"):
                    yield f"        since then {n.get('author', '')}: {one_line(n['text'])}"
    if found.get("planned"):
        yield "Planned for the time you were away:"
    for one in found.get("planned", ()):
        by = ", by its server" if one["by_server"] and one["state"] == "sent" else ""
        why = f": {REASONS[one['reason']]}" if one["reason"] in REASONS else ""
        yield f"    {one['planned_at'][:16]}Z {one['account']}: {STATES[one['state']]}{by}{why}"
    fresh = sum(found.get("new", {}).values())
    if fresh or not stopped:
        yield f"New since you left: {fresh}"
    for account, code in found.get("errors", {}).items():
        why = stopped.get(account, {})
        until = f"{why['until'][:16].replace('T', ' ')} UTC" if why.get("until") else None
        yield f"{account}: {error(code, {'until': until})}"
        if count := why.get("waiting"):
            yield f"    {count} {'row waits' if count == 1 else 'rows wait'}, and nothing is lost"
