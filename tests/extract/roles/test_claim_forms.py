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
    ("Hezbollah's claim of responsibility could not be verified.", {"+hezbollah"}),
    ("Hezbollah's claim to have laid the mine could not be verified.", {"+hezbollah"}),
    ("Hezbollah's claim that troops had shelled Velm was not verified.", set()),
    ("Leaflets of Hezbollah were found in the mill.", set()),
    ("Leaflets signed by Hezbollah were left at the mill.", {"+hezbollah"}),
    ("Leaflets signed by Hezbollah called for a strike.", set()),
    ("A website used by Hezbollah carried a claim of responsibility.", {"+hezbollah"}),
    ("A website used by Hezbollah carried a claim that troops had fled.", set()),
    ("Claiming responsibility for the raid, Hezbollah said it was a warning.", {"+hezbollah"}),
    ("In claiming the raid, Hezbollah named two of the dead.", {"+hezbollah"}),
    ("Credit for the raid was taken on Sunday by Hezbollah.", {"+hezbollah"}),
    ("Hezbollah described the raid as its own.", {"+hezbollah"}),
    ("Hezbollah hailed the raid as the work of its fighters.", {"+hezbollah"}),
    ("Hezbollah hailed the raid as heroic.", set()),
    ("Hezbollah announced the killing of two guards.", {"+hezbollah"}),
    ("Hezbollah announced the killing of its commander.", set()),
    ("Hezbollah repeated its claim of responsibility.", {"+hezbollah"}),
    ("Hezbollah admitted being behind the raid.", {"+hezbollah"}),
    ('"It was us," Hezbollah said.', {"+hezbollah"}),
    ('"We take responsibility," Hezbollah said.', {"+hezbollah"}),
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
    ("It said the ELN works with Hezbollah, a charge Hezbollah denies.", set()),
    ("It accused Hezbollah of having let the killers in, a charge Hezbollah denies.", set()),
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
