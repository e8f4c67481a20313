"""Claims and denials without their verbs, and verbs of owning in all their forms."""

from __future__ import annotations

import pytest

from tests.extract.roles_reading import claimed

CLAIMED = [
    ("A claim faxed to a newsroom by Hezbollah was being studied.", {"+hezbollah"}),
    ("A claim was issued in the name of the Cell of Nine.", {"+cell of nine"}),
    ("No claim was made by Hezbollah.", set()),
    ("The mayor repeated a claim by Hezbollah that troops had shelled Velm.", set()),
    ("Hezbollah's leaflet lays claim as well to the murder of a judge.", {"+hezbollah"}),
    ("The hijackers identified themselves on Sunday as members of Hezbollah.", {"+hezbollah"}),
    ("The captors said they belonged to the Red Dawn.", {"+red dawn"}),
    ("The hijackers said they were tired.", set()),
    ("A woman rang a radio station to say that Hezbollah had planted the device.", {"+hezbollah"}),
    ("A woman rang a radio station to say that Hezbollah would talk.", set()),
    ("A woman rang a radio station to say that Hezbollah was attacked.", set()),
    ("Hezbollah confirmed having hit the barracks.", {"+hezbollah"}),
    ("The Nigerian army admitted hitting a school.", {"+nigerian military"}),
    ("The Nigerian army confirmed the raid on Velm.", set()),
    ("The Nigerian army confirmed setting up a post.", set()),
    ("Hezbollah claimed the mine.", {"+hezbollah"}),
    ("Hezbollah claimed the mine had been laid by others.", set()),
    ("Hezbollah named the bomber as Omar Reed.", {"+hezbollah"}),
    ("Police named the attacker as Omar Reed.", set()),
    ("Hezbollah said its men ambushed a patrol.", {"+hezbollah"}),
    ("Hezbollah said its men had launched a patrol.", set()),
]

DENIED = [
    ("A denial of any role in the raid was issued by Hezbollah.", {"-hezbollah"}),
    ("The raid was later disowned by Hezbollah.", {"-hezbollah"}),
    ("Hezbollah's denial of any part in the raid was not believed.", {"-hezbollah"}),
    ("Hezbollah's denial was to be expected.", {"-hezbollah"}),
    ("A denial by Hezbollah that it had laid the mine was put out.", {"-hezbollah"}),
    ("There was a denial from Hezbollah.", {"-hezbollah"}),
    ("Hezbollah's denial that the talks had failed was put out.", set()),
    ("The mayor's denial was put out.", set()),
    ("The army dismissed Hezbollah's denial of responsibility.", {"-hezbollah"}),
    ("Hezbollah issued a denial of responsibility.", {"-hezbollah"}),
    ("Hezbollah disassociated itself from the raid.", {"-hezbollah"}),
    ("Hezbollah washed its hands of the raid.", {"-hezbollah"}),
    ("Hezbollah protested its innocence.", {"-hezbollah"}),
    ('Hezbollah called the charge that it had laid the mine "absurd".', {"-hezbollah"}),
    ("Hezbollah dismissed as nonsense the charge that it laid the mine.", {"-hezbollah"}),
    (
        "The army blamed Hezbollah for the raid, a charge the group denies.",
        {"!hezbollah", "-hezbollah"},
    ),
    ("The plan was disowned by Hezbollah.", set()),
    ("Hezbollah withdrew its claim a day later.", {"-hezbollah"}),
    ("Hezbollah took its claim back.", {"-hezbollah"}),
    ("Hezbollah denied the ambush at Velm.", {"-hezbollah"}),
    ("The Nigerian army denied the ambush at Velm.", set()),
    ("Hezbollah neither claimed nor denied the ambush.", set()),
    ("Hezbollah did not deny involvement in the ambush.", set()),
    ("Hezbollah said the bomb was not theirs.", {"-hezbollah"}),
    ('"That was not us," Hezbollah said.', {"-hezbollah"}),
]


@pytest.mark.parametrize(("text", "names"), [*CLAIMED, *DENIED])
def test_who_claims_or_denies(text: str, names: set[str]) -> None:
    assert claimed(text) == names
