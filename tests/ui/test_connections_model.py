"""The tree of connections and accounts changes by id, in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

from budgetsync.domain.ids import ItemId
from budgetsync.domain.overview import Overview
from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.models.connections import VALUE_ROLE, ConnectionsModel
from tests.ui.realtime_samples import webhooks
from tests.ui.samples import account, connection, three

Watch = Callable[[QAbstractItemModel], None]
FETCHING = Progress(Stage.FETCHING, 2, 900)


def load(model: ConnectionsModel, overview: Overview) -> None:
    model.load(overview, model.begin_load())


def names(model: ConnectionsModel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_connections_and_their_accounts_come_go_and_change(watched: Watch) -> None:
    model = ConnectionsModel()
    watched(model)
    assert not model.is_loaded
    load(model, three())
    assert names(model) == ["Harbor", "Juniper", "Lac"]
    assert names(model, model.index(1, 0)) == ["Everyday Checking", "Savings"]
    first, _, third = three().items
    load(model, Overview((third, replace(first, accounts=(account(11, 1, "New"), *first.accounts[:1])))))
    assert names(model) == ["Lac", "Harbor"]
    assert names(model, model.index(1, 0)) == ["New", "Everyday Checking"]
    load(model, Overview(()))
    assert model.rowCount() == 0
    assert model.is_loaded


def test_a_row_that_stays_is_the_same_row(watched: Watch) -> None:
    model = ConnectionsModel()
    watched(model)
    load(model, three())
    lac = QPersistentModelIndex(model.index(2, 0))
    savings = QPersistentModelIndex(model.index(1, 0, model.index(2, 0)))
    load(model, Overview((connection(9, "Newcomer"), *three().items[1:])))
    assert lac.isValid()
    assert lac.data() == "Lac"
    assert savings.data() == "Savings"
    assert savings.parent().data() == "Lac"


def test_nothing_new_tells_nobody(watched: Watch) -> None:
    model = ConnectionsModel()
    watched(model)
    load(model, three())
    changes: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: changes.append(top.row()))
    load(model, three())
    assert changes == []
    items = three().items
    load(model, Overview((items[0], replace(items[1], progress=FETCHING), items[2])))
    assert changes == [1]


def test_an_account_that_changes_is_told_with_its_connection(watched: Watch) -> None:
    model = ConnectionsModel()
    watched(model)
    load(model, three())
    changes: list[tuple[bool, int]] = []
    model.dataChanged.connect(lambda top, _: changes.append((top.parent().isValid(), top.row())))
    first, *rest = three().items
    changed = replace(first, accounts=(first.accounts[0], replace(first.accounts[1], transactions=11)))
    load(model, Overview((changed, *rest)))
    assert changes == [(True, 1), (False, 0)]
    assert model.index(1, 0, model.index(0, 0)).data(VALUE_ROLE).transactions == 11


def test_progress_is_shown_at_once_and_only_when_it_is_new() -> None:
    model = ConnectionsModel()
    load(model, three())
    changes: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: changes.append(top.row()))
    for _ in range(3):
        model.set_progress({ItemId(2): FETCHING, ItemId(99): FETCHING})
    assert changes == [1]
    shown = model.connection(ItemId(2))
    assert shown is not None
    assert shown.progress == FETCHING
    assert model.connection(ItemId(99)) is None


def test_a_load_that_began_before_the_progress_does_not_turn_it_back() -> None:
    model = ConnectionsModel()
    load(model, three())
    stamp = model.begin_load()
    model.set_progress({ItemId(1): FETCHING})
    model.load(three(), stamp)
    assert [shown.progress for shown in model.overview.items] == [FETCHING, None, None]
    load(model, three())
    assert [shown.progress for shown in model.overview.items] == [None, None, None]


def test_a_load_that_began_before_the_end_does_not_bring_the_progress_back() -> None:
    model = ConnectionsModel()
    first, *rest = three().items
    running = Overview((replace(first, progress=FETCHING), *rest))
    load(model, running)
    stamp = model.begin_load()
    model.set_progress({ItemId(1): None})
    model.load(running, stamp)
    assert model.overview.items[0].progress is None


def test_webhooks_are_loaded_apart_and_stay_when_the_rest_is_loaded_anew() -> None:
    model = ConnectionsModel()
    load(model, three())
    told: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: told.append(top.row()))
    model.set_webhooks([webhooks(2)])
    model.set_webhooks([webhooks(2)])
    assert told == [1]
    load(model, three())
    known = model.connection(ItemId(2))
    assert known is not None
    assert known.webhooks == webhooks(2)
    assert told == [1]
    model.set_webhooks([])
    gone = model.connection(ItemId(2))
    assert gone is not None
    assert gone.webhooks is None
