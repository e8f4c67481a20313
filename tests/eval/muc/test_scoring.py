"""Cases worked by hand; the comments count what is right, given and wanted."""

from __future__ import annotations

import pytest
from eval.muc.scoring import (
    TYPE,
    ceaf_ree,
    ceaf_rme_phi3,
    ceaf_rme_subset,
    gtt,
    mapping,
    pooled,
    summed,
)
from eval.muc.templates import ROLES, Filler, Template


def incident(kind: str, **roles: list[str]) -> Template:
    """A template; an entity is its spellings with a bar between them."""
    return Template(
        kind,
        tuple(
            Filler(role, tuple(entity.split("|")))
            for role, found in roles.items()
            for entity in found
        ),
    )


KEY = incident(
    "BOMBING", PerpOrg=["red front|rf"], Target=["the bridge", "two cars|cars"], Weapon=["bomb"]
)


def five(given: list[Template], wanted: list[Template]) -> tuple[float, float]:
    found = gtt([(given, wanted)])
    total = summed(found[role] for role in ROLES)
    return total.precision, total.recall


def test_the_key_itself_has_full_marks() -> None:
    assert five([KEY], [KEY]) == (1, 1)
    assert ceaf_rme_phi3([([KEY], [KEY])]).f1 == ceaf_rme_subset([([KEY], [KEY])]).f1 == 1


def test_one_spelling_is_enough_and_a_foreign_one_spoils_it() -> None:
    # given: rf right, cars right, "the cars|truck" wrong: 2 of 3; of the key 2 of 4.
    given = incident("BOMBING", PerpOrg=["RF"], Target=["cars", "cars|truck"])
    assert five([given], [KEY]) == (pytest.approx(2 / 3), 2 / 4)


def test_two_entities_given_for_one_of_the_key_are_both_right() -> None:
    # As published: precision counts every entity given, recall every one of the key once.
    given = incident("BOMBING", PerpOrg=["red front", "rf"])
    assert five([given], [KEY]) == (1, 1 / 4)


def test_templates_of_another_type_are_not_mapped() -> None:
    given = incident("ATTACK", Weapon=["bomb"])
    assert mapping([given], [KEY]) == ()
    assert five([given], [KEY]) == (0, 0)
    assert gtt([([given], [KEY])])[TYPE].given == 1


def test_a_key_of_two_types_takes_either() -> None:
    wanted = incident("BOMBING / ATTACK", Weapon=["bomb"])
    given = incident("ATTACK", Weapon=["bomb"])
    assert five([given], [wanted]) == (1, 1)
    assert ceaf_rme_phi3([([given], [wanted])]).f1 == 1


def test_the_mapping_is_the_best_one_and_one_to_one() -> None:
    # The first given fits both keys, the second only the first key: the best mapping crosses.
    keys = [incident("ATTACK", Victim=["ana"]), incident("ATTACK", Victim=["ana", "eva", "ida"])]
    given = [incident("ATTACK", Victim=["ana", "eva"]), incident("ATTACK", Victim=["ana"])]
    assert sorted(mapping(given, keys)) == [(0, 1), (1, 0)]
    # right 3 of 3 given; of the key's 4, "ida" is missed.
    assert five(given, keys) == (1, 3 / 4)


def test_what_is_left_over_counts_on_both_sides() -> None:
    given = [KEY, incident("ARSON", Target=["shop"])]
    wanted = [KEY, incident("KIDNAPPING", Victim=["ana"])]
    found = gtt([(given, wanted)])
    # type: 1 of 2 and 1 of 2; targets: 2 of 3 given; victims: 0 of 1 wanted.
    assert (found[TYPE].precision, found[TYPE].recall) == (1 / 2, 1 / 2)
    assert found["Target"].precision == pytest.approx(2 / 3)
    assert (found["Victim"].wanted, found["Victim"].recall) == (1, 0)


def test_many_templates_are_mapped_in_time() -> None:
    many = [incident("ATTACK", Victim=[f"person {i}"]) for i in range(9)]
    assert five(many, many[::-1]) == (1, 1)


def test_ree_pools_and_aligns_one_to_one() -> None:
    given = [incident("ATTACK", PerpOrg=["rf", "red front"]), incident("ARSON", PerpOrg=["rf"])]
    # Pooled: "rf" and "red front"; only one of them can be the key's entity.
    found = ceaf_ree([(given, [KEY])], "PerpOrg")
    assert (found.right, found.given, found.wanted) == (1, 2, 1)


def test_pooling_drops_an_entity_that_another_holds() -> None:
    both = [incident("ATTACK", PerpOrg=["rf"]), incident("ATTACK", PerpOrg=["red front|rf", "x"])]
    assert pooled(both, "PerpOrg") == [("rf",), ("x",)]


def test_phi3_counts_spellings() -> None:
    # Spellings given: rf, red front, truck = 3, two right. The key's: rf, red front, bridge,
    # two cars, cars, bomb = 6.
    given = incident("BOMBING", PerpOrg=["rf|red front"], Target=["truck"])
    found = ceaf_rme_phi3([([given], [KEY])])
    assert (found.precision, found.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 6))


def test_phi3_aligns_entities_one_to_one() -> None:
    # "rf" and "red front" as two entities: only one can be aligned with the key's one.
    found = ceaf_rme_phi3([([incident("BOMBING", PerpOrg=["rf", "red front"])], [KEY])])
    assert (found.right, found.given) == (1, 2)


def test_phi_subset_counts_entities_that_share_a_spelling() -> None:
    # "cars|truck" shares "cars"; two given hit one entity of the key: 2 right, 1 found.
    given = incident("BOMBING", Target=["cars|truck", "two cars"])
    found = ceaf_rme_subset([([given], [KEY])])
    assert (found.right, found.given, found.found, found.wanted) == (2, 2, 1, 4)


def test_rme_wants_the_role_and_the_type() -> None:
    assert ceaf_rme_phi3([([incident("BOMBING", Target=["bomb"])], [KEY])]).right == 0
    assert ceaf_rme_phi3([([incident("ATTACK", Weapon=["bomb"])], [KEY])]).right == 0


def test_nothing_given_and_nothing_wanted_is_zero_not_an_error() -> None:
    assert five([], []) == (0, 0)
    assert ceaf_rme_phi3([([], [])]).f1 == 0
