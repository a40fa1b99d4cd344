"""Who and what is meant, inside one paper and across papers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.identity import Resolution
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Mention

from tests.graph.conftest import BOARD, Draft, some_papers, unhurried


def meaning(draft: Draft, mention: Mention) -> Resolution:
    return resolve([draft.paper]).of(draft.path, mention)


def same(draft: Draft, *mentions: Mention) -> bool:
    found = {meaning(draft, m).ids for m in mentions}
    return len(found) == 1 and len(next(iter(found))) == 1


def test_a_full_name_is_the_same_wherever_the_paper_prints_it():
    d = Draft()
    assert same(d, d.present("Ann Hale"), d.person("Ann Hale"), d.person("Mrs Ann Hale"), d.person("HALE Ann"))


@pytest.mark.parametrize("short", ["Andy", "Andrew", "AH", "A.H.", "Hale", "Mr Hale", "A Hale", "Andrew J Hale"])
def test_a_short_form_means_the_only_one_it_fits(short):
    d = Draft()
    d.present("Tom Reed")
    assert same(d, d.present("Andrew Hale"), d.person(short))


def test_a_nickname_gives_way_to_somebody_called_so():
    d = Draft()
    d.present("Susan Reed")
    assert same(d, d.present("Sue Hale"), d.person("Sue"))


def test_printed_initials_win_over_computed_ones():
    d = Draft()
    d.present("Mary Bell")
    assert same(d, d.present("Nancy Ford", initials="MB"), d.person("MB"))


def test_initials_that_misfit_are_kept_and_flagged():
    d = Draft()
    ann = d.present("Ann Hale", initials="AH")
    d.present("Nancy Ford", initials="MB")
    found = resolve([d.paper])
    assert [(m.name, m.initials) for m in found.misfits] == [("Nancy Ford", "MB")]
    assert found.of(d.path, ann).status == "resolved"


def test_who_was_there_wins_over_who_wrote_a_letter():
    d = Draft()
    d.person("Mavis Boon")
    assert same(d, d.present("Martin Bell"), d.person("MB"))


def test_the_letter_writer_keeps_her_first_name():
    d = Draft()
    d.present("Martin Bell")
    assert same(d, d.person("Mavis Boon"), d.person("Mavis"))


def test_present_come_before_apologies():
    d = Draft()
    d.apologies("Mary Boon")
    assert same(d, d.present("Martin Bell"), d.person("MB"))


def test_who_spoke_was_there_but_anybody_may_have_to_act():
    d = Draft()
    here = d.present("Stuart Hale")
    d.apologies("Stuart Reed")
    assert same(d, here, d.person("Stuart"))
    assert owner(d, "Stuart").status == "open"


def test_initials_that_look_like_a_title_are_initials():
    d = Draft()
    assert same(d, d.present("Malcolm Shaw"), d.person("MS"))


@pytest.mark.parametrize(("one", "other", "short"), [("Ann Hale", "Alan Hope", "AH"), ("Ann Hale", "Ann Reed", "Ann")])
def test_two_who_fit_are_left_open(one, other, short):
    d = Draft()
    people = (d.present(one), d.present(other))
    found = meaning(d, d.person(short))
    assert (found.status, found.ids) == ("open", ())
    assert found.candidates == tuple(sorted(i for p in people for i in meaning(d, p).ids))


def test_a_title_with_a_surname_takes_sex_into_account():
    d = Draft()
    d.present("Mr Tom Hale")
    assert same(d, d.present("Jane Hale"), d.person("Mrs Hale"))


def test_a_title_with_a_surname_of_two_is_open():
    d = Draft()
    d.present("Jane Hale")
    d.present("Ann Hale")
    assert meaning(d, d.person("Mrs Hale")).status == "open"


def test_titles_are_one_however_spelled():
    d = Draft()
    assert same(d, d.present("Cllr Hale"), d.person("Councillor Hale"))
    assert not same(d, d.person("Mr Hale"), d.person("Mrs Hale"))


def test_names_that_clash_are_two_people():
    d = Draft()
    assert not same(d, d.person("John A Reed"), d.person("John B Reed"))
    assert not same(d, d.person("Mary Jane Bell"), d.person("Mary Joan Bell"))


def test_a_double_surname_may_lose_its_hyphen():
    d = Draft()
    assert same(d, d.person("Ann Lloyd-Hale"), d.person("Ann Lloyd Hale"))


def test_a_short_given_name_that_fits_two_joins_neither():
    d = Draft()
    chris, *others = (d.person(f"{given} Hale") for given in ("Chris", "Christopher", "Christine"))
    assert not any(same(d, chris, other) for other in others)


def test_two_rows_of_one_list_are_two_people_and_prose_stays_open():
    d = Draft()
    one, other = d.present("John Reed"), d.present("John Reed")
    prose = d.person("John Reed")
    assert not same(d, one, other)
    assert len(meaning(d, prose).candidates) == 2


def test_one_name_in_two_runs_of_rows_is_one_person():
    d = Draft()
    member = d.present("L. Garrity")
    for text in ("Tom Reed", "Andrew Hale"):
        d.person(text)
    assert same(d, member, d.present("Lena Garrity"))


@pytest.mark.parametrize("printed", ["Lawrence Dolivero", "Lawrence Doliveir", "Lawrence Doliverio", "Lawrence Doliveira"])
def test_a_full_name_with_one_letter_wrong_means_the_one_listed(printed):
    d = Draft()
    assert same(d, d.present("Lawrence Doliveiro"), d.person(printed))


@pytest.mark.parametrize("other", ["Laurence Doliveira", "Lawrence Polivera", "Lawrence B Doliveira"])
def test_another_given_name_or_first_letter_is_another_person(other):
    d = Draft()
    assert not same(d, d.present("Lawrence Doliveiro"), d.person(other))


@pytest.mark.parametrize(
    ("listed", "short"),
    [
        ("Barra Mac Conmara", "Cllr. Mac Conmara"),
        ("F Van den Bosch", "Miss Van den Bosch"),
        ("Bríd Uí Cheallaigh", "Ms. Uí Cheallaigh"),
        ("H. St. John-Ferris", "Mr. St. John-Ferris"),
        ("Jatinder Singh Bhogal", "Councillor Singh Bhogal"),
        ("Di Bacco", "Di"),
        ("Mac Jones", "Cllr Mac Jones"),
    ],
)
def test_a_family_name_of_several_words_is_one_behind_a_title(listed, short):
    d = Draft()
    d.present("Tom Reed")
    assert same(d, d.present(listed), d.person(short))


def test_one_name_in_two_lists_is_one_person():
    d = Draft()
    assert same(d, d.present("John Reed"), d.sits("John Reed", BOARD))


def test_lists_of_two_meetings_in_one_paper_are_two_lists():
    d = Draft()
    later = Mention(kind="Meeting", text="", section="this", ordinal=1, body=BOARD, date="2019-12-10")
    assert same(d, d.present("John Reed"), d.present("John Reed", meeting=later))


def test_two_names_in_one_printed_form_are_two_people():
    d = Draft()
    row = {"kind": "Person", "text": "Tom and Ann Hale", "section": "present"}
    tom, ann = Mention(**row, name="Tom Hale"), Mention(**row, name="Ann Hale")
    d.say("ATTENDED", tom, d.meeting)
    d.say("ATTENDED", ann, d.meeting)
    assert not same(d, tom, ann)


def test_who_fits_nobody_is_a_partial_person_of_the_paper():
    d, e = Draft("a.txt"), Draft("b.txt")
    d.present("Ann Hale")
    assert same(d, one := d.person("DT"), d.person("DT"))
    assert not same(d, one, d.person("Lowri"))
    other = e.person("DT")
    found = resolve([d.paper, e.paper])
    assert found.of("a.txt", one).ids != found.of("b.txt", other).ids


@pytest.mark.parametrize("words", ["the Chair", "Chair", "The Chairman", "Madam Chair", f"Chair of the {BOARD}"])
def test_the_chair_is_who_chaired_the_meeting(words):
    d = Draft()
    d.present("Tom Reed")
    assert same(d, d.present("Ann Hale", "chair"), d.person(words))


def test_the_chair_of_a_body_that_the_paper_names():
    d = Draft()
    d.present("Ann Hale", "chair")
    tom = d.present("Tom Reed")
    d.sits(tom, "Fenwick Area Forum", "chair")
    assert same(d, tom, d.person("Chair of Fenwick Area Forum"))


def test_the_chair_whom_the_paper_does_not_tell_is_unresolved():
    d = Draft()
    d.present("Ann Hale")
    assert meaning(d, d.person("the Chair")) == Resolution(status="unresolved")


def owner(draft: Draft, text: str) -> Resolution:
    draft.action(f"do what {text} can", text)
    return meaning(draft, draft.statements[-1].object)


def test_all_have_to_act_means_the_body():
    d = Draft()
    board = meaning(d, d.statements[0].object)
    assert owner(d, "All").ids == owner(d, "all members").ids == owner(d, "Board Members").ids == board.ids
    assert owner(d, "Council members").status == "unresolved"


def test_a_group_of_officers_means_those_that_the_paper_shows():
    d = Draft()
    d.present("Ann Hale", "chair")
    people = [
        d.sits(d.present(n), f"{area} Quadrant Meeting", "chair") for n, area in (("Tom Reed", "West"), ("Jo Bell", "Mid"))
    ]
    found = owner(d, "Quadrant Chairs")
    assert set(found.ids) == {meaning(d, p).ids[0] for p in people}
    assert found.inferred
    assert owner(d, "Chairs of Quadrant Meetings").ids == found.ids
    assert owner(d, "Consortium Chairs").status == "unresolved"


def test_a_post_that_one_person_holds_is_that_person():
    d = Draft()
    ann = d.present("Ann Hale")
    d.say("HOLDS", ann, d.named("Post", "Director of Finance"))
    assert (owner(d, "Director of Finance").ids, owner(d, "director of finance").inferred) == (meaning(d, ann).ids, True)


def test_a_post_that_nobody_holds_is_the_post():
    d = Draft()
    post = d.name("Post", "Director of Finance")
    assert owner(d, "Director of Finance").ids == meaning(d, post).ids


def test_a_team_has_to_act():
    d = Draft()
    team = d.name("Unit", "Attendance Team")
    assert owner(d, "Attendance Team").ids == meaning(d, team).ids


@pytest.mark.parametrize("text", ["All Headteachers", "whoever can", "HR", "Finance team", "SLT"])
def test_who_cannot_be_told_is_unresolved(text):
    assert owner(Draft(), text) == Resolution(status="unresolved")


@pytest.mark.parametrize("text", ["DT", "Rose", "Rose Peel", "Mrs Peel"])
def test_an_owner_who_looks_like_a_person_is_one(text):
    d = Draft()
    assert owner(d, text).ids[0].startswith("person:")


def test_initials_that_are_a_unit_of_the_paper_are_no_person():
    d = Draft()
    unit = d.name("Unit", "CFE")
    d.present("Carl Francis Eve")
    assert owner(d, "CFE").ids == meaning(d, unit).ids


@pytest.mark.parametrize(
    "short", ["Partnership Board", "Learning Partnership Board", "the Board", "ALP Board", f"{BOARD} (ALPB)", "ALPB"]
)
def test_a_short_name_of_a_body_means_the_long_one(short):
    d = Draft()
    d.name("Body", f"{BOARD} (ALPB)")
    assert same(d, d.name("Body", short), d.statements[0].object)


@pytest.mark.parametrize("other", ["Area Boards", "Partnership Boards", "Fenwick Board", "Learning Partnership"])
def test_another_body_is_another(other):
    d = Draft()
    assert not same(d, d.name("Body", other), d.statements[0].object)


@pytest.mark.parametrize("name", ["Operations (Schools)", "NEETS (Connexions)", "Libraries (DfES)"])
def test_what_else_stands_in_brackets_is_part_of_the_name(name):
    d = Draft()
    assert not same(d, d.name("Unit", name), d.name("Unit", name.partition(" (")[0]))


def test_a_short_name_that_fits_two_bodies_is_its_own():
    d = Draft(body="Fenwick Area Forum")
    d.name("Body", "East Moor Area Forum")
    assert not same(d, d.name("Body", "Area Forum"), d.statements[0].object)


def test_the_board_is_the_one_whose_paper_it_is():
    d = Draft()
    d.name("Body", "Fenwick Safeguarding Board")
    assert same(d, d.name("Body", "the Board"), d.statements[0].object)


def test_a_name_with_nothing_distinctive_stays_in_its_paper():
    d, e = Draft("a.txt"), Draft("b.txt")
    groups = [x.name("Body", "Steering Group") for x in (d, e)]
    found = resolve([d.paper, e.paper])
    assert found.of("a.txt", groups[0]).ids != found.of("b.txt", groups[1]).ids


def test_a_body_is_one_across_papers_however_it_is_printed():
    d, e = Draft("a.txt"), Draft("b.txt", body=BOARD.upper())
    found = resolve([d.paper, e.paper])
    assert found.of("a.txt", d.statements[0].object).ids == found.of("b.txt", e.statements[0].object).ids


def test_lost_ampersands_make_no_difference():
    d = Draft()
    assert same(d, *(d.name("Unit", f"Environment {sign}Regeneration") for sign in ("", "& ", "and ")))


def test_equal_units_under_different_parents_are_different():
    d = Draft()
    units = [d.name("Unit", "Health and Safety", within=place) for place in ("Adult Services", "Highways Directorate")]
    loose = d.name("Unit", "Health and Safety")
    assert not same(d, *units)
    assert meaning(d, loose).candidates == tuple(sorted(meaning(d, u).ids[0] for u in units))


def test_a_unit_named_without_its_place_is_the_only_one_of_that_name():
    d = Draft()
    d.name("Unit", "Adult Services", within="Aldermoor Council")
    unit = d.name("Unit", "Day Care", within="Adult Services")
    assert same(d, unit, d.name("Unit", "Day Care"))
    assert meaning(d, unit).ids == ("unit:aldermoor-council/adult-services/day-care",)


def test_a_statement_may_say_what_a_unit_is_part_of():
    d = Draft()
    unit = d.named("Unit", "Day Care")
    d.say("PART_OF", unit, d.named("Organisation", "Aldermoor Council"))
    assert meaning(d, unit).ids == ("unit:aldermoor-council/day-care",)


def test_units_within_each_other_do_no_harm():
    d = Draft()
    units = [d.name("Unit", "Day Care", within="Night Care"), d.name("Unit", "Night Care", within="Day Care")]
    assert not same(d, *units)


def test_one_name_has_one_kind_in_a_paper():
    d = Draft()
    kinds = [d.name(kind, "Aldermoor Trust") for kind in ("Organisation", "Body", "Organisation")]
    assert same(d, *kinds)
    assert meaning(d, kinds[1]).ids == ("organisation:aldermoor-trust",)


def test_whoever_meets_is_a_body():
    d = Draft(body="Aldermoor Trust")
    for _ in range(3):
        d.name("Organisation", "Aldermoor Trust")
    assert meaning(d, d.statements[-1].subject).ids == ("body:aldermoor-trust",)


def test_posts_of_one_title_in_two_places_are_two_and_one_without_place_is_the_papers_own():
    d, e = Draft("a.txt"), Draft("b.txt")
    heads = [d.name("Post", "Headteacher", within=f"{place} School") for place in ("Fenwick", "Moorside")]
    governors = [x.name("Post", "Governor") for x in (d, e)]
    found = resolve([d.paper, e.paper])
    assert [found.of("a.txt", m).ids[0] for m in heads] == [
        "post:fenwick-school/headteacher",
        "post:moorside-school/headteacher",
    ]
    assert found.of("a.txt", governors[0]).ids != found.of("b.txt", governors[1]).ids


def test_a_meeting_is_its_body_and_day_whatever_paper_tells_of_it():
    d, e = Draft("a.txt", time="10:00"), Draft("b.txt", date="2020-01-07")
    planned = e.name("Meeting", "3 December", "mentioned", body=BOARD, date="2019-12-03", time="10:30")
    found = resolve([d.paper, e.paper])
    assert found.of("a.txt", d.meeting).ids == found.of("b.txt", planned).ids


def test_two_times_on_one_day_in_one_paper_are_two_meetings():
    d = Draft()
    sittings = [d.name("Meeting", "3 December", "planned", body=BOARD, date="2019-12-03", time=t) for t in ("10:00", "14:00")]
    assert not same(d, *sittings)


def test_undated_meetings_stay_in_their_paper():
    d, e = Draft("a.txt", date=""), Draft("b.txt", date="")
    found = resolve([d.paper, e.paper])
    assert found.of("a.txt", d.meeting).ids != found.of("b.txt", e.meeting).ids


def across(*drafts: Draft) -> int:
    """How many people there are in papers that each speak of one."""
    return len(resolve([d.paper for d in drafts]).clusters)


def test_the_same_full_name_on_the_same_body_is_one_person():
    d, e = Draft("a.txt"), Draft("b.txt", date="2020-01-07")
    d.present("Ann Hale")
    e.apologies("Mrs Ann Hale")
    assert across(d, e) == 1


def test_the_same_full_name_with_nothing_in_common_is_not():
    d, e = Draft("a.txt"), Draft("b.txt", body="Fenwick Area Forum")
    d.present("Ann Hale")
    e.present("Ann Hale")
    assert across(d, e) == 2


def test_a_title_that_says_what_it_is_about_is_something_in_common():
    d, e = Draft("a.txt"), Draft("b.txt", body="Fenwick Area Forum")
    for x, title in ((d, "Head of Early Help"), (e, "Interim Director, Early Help")):
        x.say("HOLDS", x.present("John Smith"), x.named("Post", title))
    assert across(d, e) == 1


@pytest.mark.parametrize("title", ["Headteacher", "Director of Resources"])
def test_a_title_that_many_bear_is_not(title):
    d, e = Draft("a.txt"), Draft("b.txt", body="Fenwick Area Forum")
    for x in (d, e):
        x.say("HOLDS", x.present("John Smith"), x.named("Post", title))
    assert across(d, e) == 2


@pytest.mark.parametrize(
    ("name", "schools", "people"),
    [
        ("Ottoline Vane", (), 1),
        ("Ottoline Vane", ("Fenwick School",), 1),
        ("Ottoline Vane", ("Calder School", "Moorside School"), 2),
        ("John Smith", (), 2),
        ("O Vane", (), 2),
    ],
)
def test_a_rare_name_in_papers_of_one_world_is_one_person_unless_each_has_a_place(name, schools, people):
    drafts = [Draft("a.txt"), Draft("b.txt", body="Fenwick Area Forum")]
    for d in drafts:
        d.present(name)
        d.name("Organisation", "Aldermoor Council")
    for d, school in zip(drafts, schools, strict=False):
        d.say("REPRESENTS", d.statements[1].subject, d.named("Organisation", school))
    assert across(*drafts) == people


def test_an_initial_needs_a_common_body():
    drafts = [Draft(f"{n}.txt", body=f"{n} Area Forum") for n in ("Fenwick", "Moorside")]
    for d in drafts:
        d.say("REPRESENTS", d.present("A Hale"), d.named("Organisation", "Aldermoor Council"))
    assert across(*drafts) == 2
    drafts[1] = Draft("other.txt", body="Fenwick Area Forum")
    drafts[1].present("A Hale")
    assert across(*drafts) == 1


def test_two_people_of_one_paper_are_never_joined_through_a_third():
    d, e = Draft("a.txt"), Draft("b.txt", date="2020-01-07")
    d.present("John Reed")
    d.present("John Reed")
    e.present("John Reed")
    assert across(d, e) == 3


def test_clashing_middle_names_are_never_joined_through_a_third():
    drafts = [Draft(f"{n}.txt", date=f"2020-01-0{n}") for n in (1, 2, 3)]
    for d, name in zip(drafts, ("John A Reed", "John Reed", "John B Reed"), strict=True):
        d.present(name)
    assert across(*drafts) == 3


def test_a_persons_id_is_that_of_the_smallest_mention():
    d, e = Draft("a.txt"), Draft("b.txt", date="2020-01-07")
    for x in (d, e):
        x.present("Ann Hale")
        x.person("Ann")
    cluster = resolve([d.paper, e.paper]).clusters[0]
    assert cluster.id == f"person:{min(key for _, key in cluster.mentions)}"
    assert len(cluster.mentions) == 4


@unhurried
@given(some_papers(), st.randoms(use_true_random=False))
def test_the_order_of_papers_makes_no_difference(papers, random):
    shuffled = random.sample(papers, len(papers))
    assert resolve(papers) == resolve(shuffled)


@unhurried
@given(some_papers())
def test_every_mention_has_a_meaning_and_no_two_people_of_a_list_are_one(papers):
    found = resolve(papers)
    for paper in papers:
        rows: dict[str, dict[Mention, int]] = {}
        for s in paper.statements:
            assert (paper.path, s.subject) in found.resolutions
            if s.link == "ATTENDED":
                for person in found.of(paper.path, s.subject).ids:
                    rows.setdefault(person, {})[s.subject] = s.evidence.line or 0
        assert all(two[1] - two[0] > 2 for lines in rows.values() for two in pairwise(sorted(lines.values())))


@pytest.mark.parametrize("short", ["Sir Hugo", "Gus", "HMcW", "Sir McWrenn"])
def test_titles_with_a_first_name_nicknames_and_slips_of_a_letter_mean_the_one_listed(short):
    d = Draft()
    d.present("Tom Reed")
    assert same(d, d.present("Sir Hugo 'Gus' McWren"), d.person(short))


def test_a_title_with_a_family_name_is_nobody_of_that_first_name():
    d = Draft()
    d.present("Dr Tom Howard")
    assert not same(d, d.present("Dr Howard Reed"), d.person("Dr Howard"))


def test_short_family_names_that_differ_by_a_letter_are_two():
    d = Draft()
    assert not same(d, d.present("Mr Tom Ross"), d.person("Mr Moss"))


def test_a_letter_apart_from_the_name_may_belong_to_it():
    d = Draft()
    assert same(d, d.present("John O Dowd"), d.person("Mr O Dowd"))


@pytest.mark.parametrize("short", ["Dr Polly Hale", "R Hale", "Polly"])
def test_a_nickname_can_stand_for_the_first_name(short):
    d = Draft()
    assert same(d, d.present("Dr Rosalind 'Polly' Hale"), d.person(short))


def test_a_family_name_with_its_particle_means_who_bears_it():
    d = Draft()
    d.present("Ann Hale")
    assert same(d, d.present("Dafydd ap Rhys"), d.person("ap Rhys"))


def test_other_titles_may_mean_the_same_one():
    d = Draft()
    assert same(d, d.present("Tom Hale"), d.person("Mr Hale"), d.person("Cllr Hale"), d.person("Cyng. Hale"))


def test_a_title_of_the_other_sex_means_somebody_else():
    d = Draft()
    assert not same(d, d.present("Tom Hale"), d.person("Mr Hale"), d.person("Mrs Hale"))
