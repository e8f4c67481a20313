"""Blows that are words: "the opposition attacked the deal", "she shot back that it was late"."""

from __future__ import annotations

from tallystick.vocab.caseless import caseless

__all__ = ["VERBAL"]

_END = r"(?= (?:as|for|in|and|that|which|of|because|saying|but|to|during|on|by)\b|[.,;:)”\"])"
_SPOKEN_OF = (
    r"(?:(?:deal|ruling|verdict|judge?ments?|agreement|accord|treaty|report|speech|statement|move|"
    r"measures?|proposals?|cuts?|contracts?|evidence|confessions?|testimony|tax(?:es)?|campaign|"
    r"nomination|appointment|views?|article|claims?|theory|findings|figures|choice|sentence)"
    rf"{_END}|(?:govern\w+|minister\w*|president\w*|opposition|party|courts?|judges?)"
    r"(?: of \w+)? for)"
)
_CRITICS = (
    r"(?:(?:his|her|its|the|their) )?(?:critics|opposition|opponents?|rivals?|deputies|lawmakers|"
    r"press|rights groups|fans|unions)"
)
_PLANS = r"(?:savings|talks|deal|peace process|summit|negotiations|coalition|budget|agreement)"
VERBAL = caseless(
    (
        r"\b(?:sh(?:ot|oot|oots|ooting) back (?:that|by saying|with a|when asked|at "
        rf"{_CRITICS})|"
        rf"(?:struck|strikes?|striking) back (?:by (?:saying|calling)|with a list|at {_CRITICS})|"
        r"fir(?:e|es|ed|ing) (?:off )?(?:the |an? |his |her )?"
        r"(?:(?:opening|parting) (?:shots?|salvo)|first (?:shot|salvo)(?=,))|"
        r"(?:go|goes|going|went) on the (?:offensive|attack) (?:in|over|on \w+day (?:night )?in) "
        r"(?:an? |the )?(?:\w+ )?(?:debate|campaign|interview|parliament|row|speech)|"
        rf"(?:go|goes|going|went) on the (?:offensive|attack) against {_CRITICS}|"
        r"(?:attack(?:s|ed|ing)|attacks? on) (?:the |his |her |their |its |both )(?:[\w’'-]+ )?"
        rf"{_SPOKEN_OF}|"
        r"attack(?:s|ed|ing)? (?:injustice|corruption|poverty|racism|inequality|hunger|waste|"
        r"disease)|"
        r"(?:under|into) (?:heavy |fierce |growing |mounting |intense )?(?:fire|attack) "
        r"(?:over (?:his|her|its|plans|claims|allegations|the (?:deal|plan|handling|row|"
        r"cost|delay))|"
        rf"for (?:his|her|its|having|not|\w+ing)|from {_CRITICS}|"
        r"in (?:parliament|the (?:\w+ )?(?:committee|press|media|debate)))|"
        r"sh(?:ot|oot|oots|ooting) holes in|sh(?:ot|oot|oots|ooting) down (?:the |his |her |an? )?"
        r"(?:findings|idea|proposal|plan|request|bill|theory|claim|suggestion|amendment|report)s?|"
        r"(?:one|two|three|four|five|\d+)-(?:day|week|hour)(?:-long)? strikes?|"
        r"fir(?:ed|es|ing) (?:\w+ )?(?:flares|blanks|(?:gun )?salutes?)|"
        rf"bl(?:ew|own|ow|ows|owing) up (?:the |his |her )?{_PLANS}|"
        rf"{_PLANS}\b[^.;]{{0,40}} (?:was|were|been|be|is|are|could|may|might) blown? up|"
        r"(?:blistering|withering|stinging|outspoken|(?:thinly )?veiled|furious) attacks?|"
        r"attacks? on (?:his|her|their) (?:pay|salary|bonus|record|character|leadership|handling)|"
        r"character assassination|assassinat\w+[\"”]? (?:[\w’'-]+ ){1,3}character|"
        r"hit by (?:an? |the )?(?:[\w-]+ )?(?:reports?|scandals?|allegations?|lawsuits?|fines?)|"
        r"(?:it|this|that)(?: is|[’']s) an? (?:massacre|bloodbath|slaughter|war)|"
        r"shot down each time|stabb(?:ed|ing) (?:[\w’'-]+ ){1,4}in the back|"
        r"(?:worst|hardest)[ -]hit|badly-hit|"
        r"(?:was|were|is|are|been) (?:the )?(?:worst|hardest) hit|"
        r"(?:attack|assault|raid)s? on (?:us all|democracy|free speech|our (?:way of life|values|"
        r"democracy)|(?:its|their|his|her|national) (?:sovereignty|dignity|honou?r|rights|"
        r"freedoms?)))(?!\w)"
    ).replace(" ", r"\s+")
)
