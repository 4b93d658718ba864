"""Reads the screen for `Screen`: one JSON question a line in, one JSON answer a line out.

Runs under the system's Python, which has the bindings of the accessibility bus.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(10_000, 60_000)  # a busy window answers late; it is not to be taken for gone
MOST = 150  # children of one node: a table of a million rows is not read out

known = []
tables = {}


def tree(pid):
    while GLib.MainContext.default().iteration(False):
        pass
    known.clear()
    rows = []
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(number)
        if app is not None and app.get_process_id() == pid:
            app.clear_cache()
            for window in range(app.get_child_count()):
                walk(app.get_child_at_index(window), rows)
    return rows


def walk(node, rows):
    if node is None:
        return
    states = node.get_state_set()
    if not states.contains(Atspi.StateType.SHOWING):
        return
    field = node.get_editable_text_iface()
    words = Atspi.Text.get_text(node, 0, -1) if field else ""
    name = node.get_name() or ""
    if node.get_role() == Atspi.Role.COMBO_BOX:  # its name comes from its label, its text is chosen
        name, words = label(node), name
    known.append(node)
    if node.get_role_name() == "table":
        tables[node.get_name()] = node
    rows.append(
        [
            len(known) - 1,
            node.get_role_name(),
            name,
            words,
            states.contains(Atspi.StateType.FOCUSABLE),
            states.contains(Atspi.StateType.FOCUSED),
            node.path,
        ]
    )
    for number in range(min(node.get_child_count(), MOST)):
        walk(node.get_child_at_index(number), rows)


def chosen(name):
    """The number and the name of the row that is chosen in a table that `tree` has met."""
    while GLib.MainContext.default().iteration(False):
        pass
    table = tables[name]
    table.clear_cache()
    rows = list(table.get_selected_rows())
    if not rows:
        return [-1, ""]
    cell = table.get_accessible_at(rows[0], 0)
    cell.clear_cache()
    return [rows[0], cell.get_name() or ""]


def label(node):
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name() or ""
    return ""


def do(node):
    action = node.get_action_iface()
    for number in range(action.get_n_actions()):
        if action.get_action_name(number) in ("Press", "Toggle"):
            return action.do_action(number)
    return False


for line in sys.stdin:
    question = json.loads(line)
    try:
        if question["ask"] == "tree":
            answer = tree(question["pid"])
        elif question["ask"] == "chosen":
            answer = chosen(question["name"])
        elif question["ask"] == "do":
            answer = do(known[question["node"]])
        else:
            answer = known[question["node"]].set_text_contents(question["text"])
    except (GLib.Error, AttributeError):  # it went away while it was read: whoever asks asks again
        answer = None
    print(json.dumps(answer), flush=True)
