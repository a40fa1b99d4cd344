"""Lists of people whose layout was lost: columns one after another, names that run on, paragraphs with their tags, short titles."""

from tests.loaders.papers import HEAD, statements


def came(words: str) -> set[str]:
    return {s.subject.label for s in statements(HEAD + words, "ATTENDED")}


def test_the_letters_of_a_post_on_lines_of_their_own_are_nobodys_initials() -> None:
    names = "Dr Ann Hale\nBen Moss\nDr Helen Dunn\nDr Rita Vale\nCarl Quill\n"
    listed = f"PRESENT:\nVOTING MEMBERS:\n{names}Chair\nChief Officer\nGP\nGP\nPractice Nurse\n\n1. Finance\n"
    assert {"Ann Hale", "Ben Moss", "Helen Dunn", "Rita Vale", "Carl Quill"} <= came(listed)


def test_a_run_of_initials_and_family_names_below_the_chairman_is_no_post_of_his() -> None:
    run = "Messrs: T. Dunn M Moss P. Vale (Vice-Chairman) R Quill J. W. Ward Mrs C.Rose C. Brant"
    names = {"J. Hale", "T. Dunn", "M Moss", "P. Vale", "R Quill", "J. W. Ward", "C.Rose", "C. Brant"}
    assert came(f"Present: J. Hale (Chairman)\n\n{run}\n\n1. Finance\n") == names


def test_paragraphs_with_their_tags_in_one_line_are_lines() -> None:
    run = "<p>Messrs: T. Dunn M Moss R Quill</p><p>Apologies:</p><p>Mr C. Brant</p><p>1. Finance</p><p>It was noted.</p>"
    assert came(f"<p>Present: J. Hale (Chairman)</p>{run}\n") == {"J. Hale", "T. Dunn", "M Moss", "R Quill"}


def test_community_councillors_have_a_short_title() -> None:
    said = statements(f"{HEAD}1. Apologies: Apologies were received from CClrs Hale, Moss and Dunn.\n", "SENT_APOLOGIES")
    assert {s.subject.text for s in said} == {"Hale", "Moss", "Dunn"}
    assert {s.subject.honorific for s in said} == {"Cllr"}
