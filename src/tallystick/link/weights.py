"""The weights of linking: every level of every comparison, in one frozen table.

A weight is in bits and is added to the log-odds that two reports tell of one occurrence
(Fellegi and Sunter 1969, "A theory for record linkage"): +1 doubles the odds, -1 halves
them. ``PRIOR`` stands for a pair about which nothing is known: about one in a hundred of
the pairs that come up for comparison. It takes evidence to bring two reports together;
where there is none they stay apart.

Those of wording, names, copies and publication follow what ``python -m eval.train link``
learns on labelled pairs, held back towards what was set by reason; the others were set by
reason and checked: see ``docs/linking.md``.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.judgement import Reason


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of one comparison: what was found, and what it weighs in bits."""

    feature: str
    meaning: str
    bits: float

    def reason(self, words: str) -> Reason:
        """The level as a reason of a judgement, in words for this pair."""
        return Reason(self.feature, words, self.bits)


PRIOR = Level("prior", "any two reports that come up for comparison", -7.0)

# Two reports of one document: extraction has already merged what it found to be one. Of those
# that come near to being linked all the same, nearly all are one occurrence told twice.
SAME_DOCUMENT = Level("document", "both in one document", -2.5)
TOLD_APART = Level("document", "both in one document, which gives them other days or places", -4.0)
PARTLY_FOILED = Level("standing", "one says it happened, the other that it was foiled", -1.0)
BACKGROUND_FITS = Level("background", "one is background, and its day and place fit", -1.0)
BACKGROUND_VAGUE = Level(
    "background", "one is background, and its day or place is not the same", -8.0
)
BACKGROUND_NAMED = Level("background", "one is background, and both name one person", -1.5)
BOTH_BACKGROUND = Level("background", "both are background, and wait for a report to join", -20.0)
NEVER_LINKED = Level("standing", "one only planned or imagined", -20.0)
UNANCHORED = Level("anchor", "one gives neither its day nor its place", -1.5)

SAME_DAY = Level("date", "both on the same day", 5.0)
SAME_DAYS = Level("date", "within the same few days", 2.0)
SAME_WEEK = Level("date", "within the same week or so", 1.5)
SAME_MONTH = Level("date", "within the same month or so", 1.0)
SAME_YEARS = Level("date", "within the same longer time", 0.0)
OVERNIGHT = Level("date", "on adjacent days, one of them at night", -1.0)
ADJACENT_DAYS = Level("date", "on adjacent days", -7.0)
DISJOINT_DAYS = Level("date", "days apart", -9.0)
DISJOINT_MONTHS = Level("date", "more than a month apart", -14.0)
WEEKDAY_IN_WINDOW = Level(
    "date", "the weekday fits the day, within the days before publication", 4.0
)
WEEKDAY_ALONE = Level("date", "the same weekday, the week unknown", 0.0)
WEEKDAY_BESIDE = Level("date", "adjacent weekdays, the week unknown", -5.0)
WEEKDAY_CLASH = Level("date", "different weekdays", -7.0)

UNDATED = Level("undated", "no days to compare, neither of the event nor of publication", -2.0)
TOLD_BEFORE = Level("publication", "one was published before the other's day", -9.0)
PUBLISHED_TOGETHER = Level("publication", "a day undated, published within a day", 3.0)
PUBLISHED_CLOSE = Level("publication", "a day undated, published two days apart", 1.5)
PUBLISHED_NEAR = Level("publication", "a day undated, published within two weeks", 0.0)
PUBLISHED_APART = Level("publication", "a day undated, published weeks apart", -2.5)
PUBLISHED_FAR = Level("publication", "a day undated, published months apart", -5.0)

PEOPLE_BESIDE = Level("people", "the same people, on adjacent days", 4.5)
PEOPLE_AGAIN = Level("people", "the same people, a day undated", 4.0)
PEOPLE_LATER = Level("people", "the same people, the later day maybe that of the news", 5.0)
PEOPLE_MUCH_LATER = Level(
    "people", "the same people, the much later day maybe that of the news", 8.0
)

SAME_SITE = Level("place", "the same site", 5.5)
NEAR_SITES = Level("place", "sites within three kilometres", 2.5)
SAME_TOWN = Level("place", "the same town or village", 3.5)
SITE_BY_TOWN = Level("place", "a site in or near the town", 2.5)
NEAR_TOWNS = Level("place", "towns within ten kilometres", 1.5)
SAME_DISTRICT = Level("place", "the same district", 3.0)
SAME_PROVINCE = Level("place", "the same province", 2.0)
IN_PROVINCE = Level("place", "one in the other's province", 2.0)
SAME_REGION = Level("place", "the same region", 1.5)
IN_REGION = Level("place", "one may lie in the other's region", 1.5)
SAME_COUNTRY = Level("place", "the same country", 0.0)
NAMESAKES = Level("place", "two places of one name", 1.0)
NAMES_ALIKE = Level("place", "names alike, of which one is in no list", 2.5)
TOLD_BESIDE = Level("place", "an unlisted place, the other's named in its account", 3.0)
TOLD_ALONE = Level("place", "no place, the other's named in its account", 2.0)
UNLISTED = Level("place", "places of which one is in no list", -1.0)
SITES_APART = Level("place", "different sites", -6.0)
PLACES_BESIDE = Level("place", "different places not far apart", -2.0)
PLACES_APART = Level("place", "different places", -4.5)
PLACES_FAR = Level("place", "different places far apart", -5.0)

SAME_NAMED_TARGET = Level("target", "the same target by name", 2.0)
SAME_SORT_AND_OWNER = Level("target", "the same sort of target with the same owner", 2.0)
SAME_SORT = Level("target", "the same sort of target", 1.0)
OTHER_SORT = Level("target", "another sort of target", -1.0)
OTHER_OWNER = Level("target", "targets of unrelated owners", -1.5)

SAME_ATTACKER = Level("attackers", "the same attacker", 2.0)
RELATED_ATTACKERS = Level("attackers", "an umbrella group and its member, or allies", 1.0)
RIVAL_ACCOUNTS = Level("attackers", "different attackers claimed or blamed", 0.0)
UNLISTED_ATTACKERS = Level("attackers", "different attackers, not both in the vocabulary", -1.0)
OTHER_ATTACKERS = Level("attackers", "unrelated attackers, both reported as fact", -3.0)
ROLES_SWAPPED = Level("attackers", "the attacker of one is the target of the other", -8.0)

SAME_KIND = Level("kind", "the same kind of attack", 0.5)
COMPATIBLE_KINDS = Level("kind", "kinds that one attack can be called", 0.2)
COMBINED_KINDS = Level("kind", "kinds that one attack can combine", -0.5)
OTHER_KIND = Level("kind", "kinds that do not go together", -3.0)

SAME_WEAPON = Level("weapons", "the same type of weapon", 0.7)
SAME_WEAPON_AND_COUNT = Level("weapons", "the same type and number of weapons", 1.7)
COUNTS_DIFFER = Level("weapons", "the same type, in numbers that differ", 0.2)
OTHER_WEAPONS = Level("weapons", "different types of weapon", -1.5)

MANY_AGREE = Level("casualties", "the same number, five or more", 2.5)
FEW_AGREE = Level("casualties", "the same number, below five", 1.5)
NONE_AGREE = Level("casualties", "both say none", 0.3)
COUNTS_FIT = Level("casualties", "numbers that do not exclude each other", 0.3)
COUNT_ROSE = Level("casualties", "a higher number in the later report", 0.0)
COUNTS_CLASH = Level("casualties", "numbers that exclude each other", -0.5)
COUNTS_FAR = Level("casualties", "numbers that exclude each other widely", -2.0)

SEVERAL_AND_ONE = Level("extent", "one tells of several attacks, the other of one", -2.5)
PLURAL_AND_ONE = Level("extent", "one may tell of several attacks", -0.5)

FULL_NAME = Level("names", "a full name told of in both passages", 4.5)
FULL_NAMES = Level("names", "two or more full names told of in both passages", 7.0)
FULL_NAMES_AROUND = Level("names", "two or more full names in both documents", 3.5)
FULL_NAME_AROUND = Level("names", "one full name in both documents", 2.5)
MANY_NAMES = Level("names", "four or more rare names in both passages", 3.0)
SOME_NAMES = Level("names", "two or three rare names in both passages", 2.5)
ONE_NAME = Level("names", "one rare name in both passages", 1.5)

SAME_AGES = Level("ages", "people of two or more ages told of in both passages", 4.5)
SAME_AGE = Level("ages", "people of one age told of in both passages", 3.0)
OTHER_AGES = Level("ages", "people of other ages", -2.5)

SAME_STORY = Level("wording", "the same story in nearly the same words", 6.0)
CLOSE_STORY = Level("wording", "the same telling words for the most part", 6.0)
LIKE_STORY = Level("wording", "many telling words in common", 6.0)
NEAR_STORY = Level("wording", "some telling words in common", 4.5)
FAINT_STORY = Level("wording", "a few telling words in common", 3.5)
LOOSE_STORY = Level("wording", "hardly more telling words in common than any two reports", 1.0)
OTHER_STORY = Level("wording", "other telling words", -1.5)

COPIED = Level("copy", "one passage is a copy of the other", 7.0)
LARGELY_COPIED = Level("copy", "passages that are largely the same", 5.0)
PARTLY_COPIED = Level("copy", "passages that are partly the same", 2.0)

SAME_VOICE = Level("sources", "the same speaker quoted", 0.7)

BEST_MATCH = Level(
    "rivals", "of two documents that tell of several, each is the other's best match", 2.5
)
BETTER_MATCH = Level(
    "rivals", "of two documents that tell of several, one has a better match in the other", -2.5
)

# The same group strikes the same place with the same weapons again and again: these go
# together, and what they say as one is no more than this.
HABIT_CAP = 7.0
HABIT_FEATURES = ("place", "target", "attackers", "kind", "weapons")
# The words that a story is told in recur with them: the tenth report on a shelled town is told
# like the ninth. All of this as one is no more than that, which does not outweigh other days.
TOPIC_CAP = 8.0
TOPIC_FEATURES = (*HABIT_FEATURES, "wording")
# Names, ages, words and copied text are the same evidence seen over again.
TEXT_CAP = 13.0
TEXT_FEATURES = ("names", "ages", "wording", "copy")

TABLE: tuple[Level, ...] = tuple(v for v in tuple(globals().values()) if isinstance(v, Level))
"""Every level, in the order of the comparisons."""


def table_markdown() -> str:
    """The table as it stands in ``docs/linking.md``; a test holds the two together."""
    rows = [f"| {level.feature} | {level.meaning} | {level.bits:+.1f} |" for level in TABLE]
    return "\n".join(["| comparison | level | bits |", "|---|---|---:|", *rows])
