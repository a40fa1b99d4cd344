"""Labels that were dumped before all that they label, in one line or a line each."""

import pytest

from tests.loaders.papers import HEAD, pairs, roles

END = "\n\n1. Lights\n\nThe lights were mended.\n"


def there(words: str) -> dict[str, set[str]]:
    return {link: {name for name, _ in pairs(words, link)} for link in ("ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM")}


@pytest.mark.parametrize(
    "dumped",
    [
        "In the Chair Present Apologies In attendance Cllr. Ann Hale Cllrs. B. Moss, C. Dunn and D. Vale Cllr. Eve Crewe"
        " Mr. Owen Lock and F. Reed (Clerk)",
        "Present: Apologies: In attendance: Ann Hale, B. Moss, C. Dunn and D. Vale Eve Crewe Owen Lock, F. Reed",
        "PRESENT APOLOGIES IN ATTENDANCE Ann Hale, B. Moss, C. Dunn, D. Vale Eve Crewe Owen Lock, F. Reed 1. Lights The lights were mended.",
        "Present:\n\nApologies:\n\nIn attendance:\n\nAnn Hale\nB. Moss\nC. Dunn\nD. Vale\n\nEve Crewe\n\nOwen Lock\nF. Reed",
        "Present:\nApologies:\nIn attendance:\n\nAnn Hale, B. Moss, C. Dunn and D. Vale\n\nEve Crewe\n\nOwen Lock, F. Reed",
    ],
)
def test_each_list_goes_to_its_label(dumped):
    told = there(HEAD + dumped + END)
    assert told["SENT_APOLOGIES"] == {"Eve Crewe"}
    assert {name.split()[-1] for name in told["ATTENDED"]} == {"Hale", "Moss", "Dunn", "Vale", "Lock", "Reed"}


def test_who_is_named_under_which_label():
    told = roles(
        HEAD + "In the Chair Present In attendance Cllr. Ann Hale Cllrs. B. Moss, C. Dunn Owen Lock and Rita Reed" + END
    )
    assert (told["Ann Hale"], told["Owen Lock"], told["B. Moss"]) == ("chair", "in attendance", "attendee")


def test_labels_of_the_head_are_matched_too():
    words = "Harbour Board\n\nMinutes\n\nDate:\nTime:\nPresent:\n\n3 May 2019\n\n2.00 pm\n\nAnn Hale\nBen Moss" + END
    assert there(words)["ATTENDED"] == {"Ann Hale", "Ben Moss"}


def test_people_without_marks_are_in_no_list_that_could_be_wrong():
    assert there(HEAD + "Present Apologies Ann Hale Ben Moss Helen Dunn" + END)["SENT_APOLOGIES"] == set()


def test_a_list_with_its_label_stays_as_it_is():
    words = HEAD + "Present:\n\nMembers:\n\nAnn Hale\n\nBen Moss\n\nApologies:\n\nHelen Dunn" + END
    assert there(words)["SENT_APOLOGIES"] == {"Helen Dunn"}
    assert there(words)["ATTENDED"] == {"Ann Hale", "Ben Moss"}
