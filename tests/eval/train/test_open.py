"""What the reader that ships learns from."""

from __future__ import annotations

from eval.gold.store import load_labels, load_split

from eval.train import open as recipe


def test_no_document_of_the_test_part_is_learned_from() -> None:
    taken = {gold.document for gold in recipe.chosen(["own", "fakes", "muc", "gva"])}
    assert taken
    assert taken.isdisjoint(load_split().test)


def test_documents_are_kept_apart_by_the_beginnings_of_their_ids() -> None:
    every = {gold.document for gold in recipe.chosen(["own"])}
    apart = {gold.document for gold in recipe.chosen(["own"], "own:G,own:H")}
    assert every - apart == {id for id in every if id.startswith(("own:G", "own:H"))}
    assert every - apart


def test_documents_are_kept_apart_by_who_labelled_them() -> None:
    last = {gold.document for gold in load_labels() if gold.annotator == "FA"}
    apart = {gold.document for gold in recipe.chosen(["fakes"], "FA")}
    assert last and last.isdisjoint(apart)
    assert apart | last == {gold.document for gold in recipe.chosen(["fakes"])}


def test_every_labelled_article_has_its_part() -> None:
    split = load_split()
    parts = {*split.train, *split.test}
    assert {g.document for g in load_labels() if not g.document.startswith("own:")} <= parts
