"""Members in tables whose columns say whom they come from, and lists of members beside other lists."""

from tests.loaders.papers import names, pairs, roles, statements

TABLE = (
    "Charter of the Fenwick Ethics Board\n\nMembers\n\nName | Affiliation | Role | Independent? | Term ends\n"
    "Prof Ann Hale | University of Fenwick | Chair, surgeon | Yes | May 2025\nDr Ben Moss | Pier Hospital, Fenwick | Chief Diver | No | June 2026\n"
    "Ms Rita Vale | none | Lay member | Yes | June 2026\n"
)


def test_a_column_of_senders_says_for_whom_people_speak():
    assert pairs(TABLE, "REPRESENTS") == {("Ann Hale", "University of Fenwick"), ("Ben Moss", "Pier Hospital")}


def test_the_chair_in_a_table_of_members_is_the_body_s():
    assert roles(TABLE, "SITS_ON")["Ann Hale"] in ("chair", "member")
    assert {(s.subject.label, s.object.label) for s in statements(TABLE, "SITS_ON") if s.object} == {
        (who, "Fenwick Ethics Board") for who in ("Ann Hale", "Ben Moss", "Rita Vale")
    }


def test_those_in_support_do_not_sit_on_the_body_nor_on_one_that_a_sentence_names():
    words = (
        "Fenwick Users Forum\nTerms of Reference\n\nPurpose\nTo advise the Harbour Committee on:\n- moorings\n- bait\n\nMembership\n"
        "- Cllr Ann Hale (Chair)\n- Ben Moss, Fenwick Repair Cafe\n- Rita Vale, Friends of the Pier\n\n3. Officer support\n- Tom Dunn, Harbour Master\n"
    )
    assert pairs(words, "SITS_ON") == {(who, "Fenwick Users Forum") for who in ("Ann Hale", "Ben Moss", "Rita Vale")}
    assert "Fenwick Repair Cafe" not in names(words, "Person")


def test_our_trustees_are_another_body_than_the_team_above():
    words = (
        "Our people\n\nLeadership team\n\nAnn Hale\nDirector\n\nBen Moss\nHead of Piers\n\nRita Vale\nHead of Bait\n\nOur trustees\n\n"
        "Dame Helen Dunn (Chair)\nIvor Quill (Treasurer)\nTom Pell\n"
    )
    assert ("Helen Dunn", "trustees") in pairs(words, "SITS_ON")
    assert ("Helen Dunn", "Leadership team") not in pairs(words, "SITS_ON")


def test_a_class_of_governors_with_an_office_in_brackets():
    words = "Governing Body\n\nName | Category | Term of office\nAnn Hale | Co-opted (Chair) | 2021 - 2025\nBen Moss | Parent | 2022 - 2026\nRita Vale | Staff | 2022 - 2026\n"
    assert roles(words, "SITS_ON") == {"Ann Hale": "chair", "Ben Moss": "member", "Rita Vale": "member"}
