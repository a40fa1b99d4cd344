"""Sentences that say who was there and who was not, in the many wordings of minutes; the people are invented."""

import pytest

from tests.loaders.papers import HEAD, statements

LISTED = "Present:\n\nAnn Hale (Chair)\nBen Moss, Harbour Master\nHelen Dunn, Treasurer\n\n"
LINKS = {"ATTENDED": "+", "SENT_APOLOGIES": "-", "ABSENT_FROM": "0"}


def told(sentence: str, *, heading: str = "Welcome") -> set[str]:
    """What a sentence of minutes says: ``+`` for who was there, ``-`` who sent apologies, ``0`` who was absent; role in brackets."""
    words = HEAD + LISTED + f"1. {heading}\n\n{sentence}\n\n2. Lights\n\nMended.\n"
    return {
        f"{mark}{s.subject.honorific} {s.subject.label}".replace(" ", "", 1 if not s.subject.honorific else 0)
        + (f" ({s.values['role']})" if s.values.get("role") not in (None, "attendee") else "")
        + (f" {s.values['part']}" if s.values.get("part") else "")
        + (f" for {s.values['standing_for']}" if s.values.get("standing_for") else "")
        for link, mark in LINKS.items()
        for s in statements(words, link)
        if s.object is not None and s.object.section == "this" and s.evidence.quote.rstrip(".") in sentence
    }


def rows(text: str) -> list[tuple[str, set[str]]]:
    return [
        (s.strip(), {x.strip() for x in what.split(";") if x.strip()})
        for s, what in (line.split("=>") for line in text.strip().splitlines())
    ]


APOLOGIES = """
Apologies for absence were received from Councillors A. Hale (work), B Moss and the County Councillor. => -Councillor A. Hale; -Councillor B Moss
Apologies for absence were received from Councillors Hale, Moss and Dunn. => -Councillor Hale; -Councillor Moss; -Councillor Dunn
An apology was received from Owen Rees. => -Owen Rees
An apology for absence had been received from Mr Rees. => -Mr Rees
Apologies: Grace Obi; Owen Rees => -Grace Obi; -Owen Rees
Apologies were noted from Grace Obi and Owen Rees. => -Grace Obi; -Owen Rees
Apologies were received and accepted from Cllr Obi (holiday) and Cllr Rees (family commitment). => -Cllr Obi; -Cllr Rees
Apologies had been received from Grace Obi, Head of Housing, and from Owen Rees; Cy Dale substituted for her. => -Grace Obi; -Owen Rees; +Cy Dale (deputy)
Apologies for absence received from Grace Obi and two members of the public. => -Grace Obi
Apologies for absence were received, with consent, from Grace Obi. => -Grace Obi
Apologies were given by Grace Obi. => -Grace Obi
The Clerk reported that apologies had been received from Cllr G Obi and Cllr O Rees. => -Cllr G Obi; -Cllr O Rees
Apologies were submitted on behalf of Grace Obi. => -Grace Obi
The Clerk was in receipt of apologies from Grace Obi and Owen Rees, which were accepted. => -Grace Obi; -Owen Rees
Grace Obi and Owen Rees sent their apologies. => -Grace Obi; -Owen Rees
Grace Obi had sent apologies, as she was on leave. => -Grace Obi
Cllr I Obi & Cllr A Rees sent apologies. => -Cllr I Obi; -Cllr A Rees
Councillor Obi tendered her apologies. => -Councillor Obi
Cllr Obi gave apologies. => -Cllr Obi
Ms Obi has apologised for her absence. => -Ms Obi
It was noted that Dr Grace Obi had given her apologies for the meeting. => -Dr Grace Obi
Apologies for absence – Grace Obi, Owen Rees. => -Grace Obi; -Owen Rees
Apologies from HD and BM were accepted. => -HD; -BM
Apologies from Grace Obi were accepted and Owen Rees was absent. => -Grace Obi; 0Owen Rees
Apologies were received from Grace Obi and Owen Rees had sent his regrets. => -Grace Obi; -Owen Rees
Derbyniwyd ymddiheuriadau gan Grace Obi ac Owen Rees. => -Grace Obi; -Owen Rees
Fuarthas leithscéal ó Grace Obi. => -Grace Obi
"""

NONE = """
Apologies: none =>
There were no apologies. =>
No apologies for absence were received. =>
Apologies were noted. =>
Apologies: as listed above. =>
The Chair offered apologies to Mrs Ivy Pell for the delay. =>
Cllr Obi gave apologies for the late circulation of the papers. =>
Cllr Obi apologised for his remarks. =>
The Council sent an apology to Mr Owen Rees. =>
The report by Grace Obi was noted. =>
The Chair thanked Ms Grace Obi for her work. =>
A letter from Mr Owen Rees was read. =>
Grace Obi will be unable to attend the next meeting. =>
Owen Rees was unable to attend the conference in June. =>
Cllr Obi did not attend the last meeting. =>
Grace Obi joined the Trust in May. =>
Owen Rees left the council at the end of July. =>
Ms Obi left after the summer. =>
Great Crested Newts were present. =>
Owen Rees, who took the photographs in 2012, has died. =>
Police were in attendance. =>
Four members of the public were present. =>
Grace Obi was present when the wall fell. =>
Grace Obi will attend the June meeting. =>
Owen Rees attended the show at Fenwick on behalf of the Board. =>
The Chair welcomed everybody to the meeting. =>
Grace Obi was asked to attend the next meeting. =>
"""

ABSENT = """
Grace Obi was absent. => 0Grace Obi
Absent: Grace Obi and Owen Rees => 0Grace Obi; 0Owen Rees
Absent without apology: Cllr Obi => 0Cllr Obi
Grace Obi did not attend and sent no apologies. => 0Grace Obi
No apology was received from Cllr Obi. => 0Cllr Obi
Grace Obi did not attend. => 0Grace Obi
Mr Rees was unable to attend owing to illness. => 0Mr Rees
Ms Obi could not be present. => 0Ms Obi
Grace Obi and Owen Rees were not present. => 0Grace Obi; 0Owen Rees
Ben Moss took the chair in the absence of Grace Obi. => +Ben Moss (chair); 0Grace Obi
In the absence of Cllr Obi, Cllr Rees took the chair. => 0Cllr Obi; +Cllr Rees (chair)
"""

PRESENT = """
Ann Hale was in the chair and Ben Moss took the minutes. => +Ann Hale (chair); +Ben Moss (minutes)
The Chair, Cllr Moss, opened the meeting. => +Cllr Moss (chair)
The Cathaoirleach, Cllr. H. Rees, presided. => +Cllr. H. Rees (chair)
Cllr Moss in the Chair => +Cllr Moss (chair)
Cllr Moss presided. => +Cllr Moss (chair)
An Cathaoirleach Councillor Una Rees presided. => +Councillor Una Rees (chair)
Owen REES, Vice Chairperson, in the Chair. => +Owen REES (chair)
Cllr Moss then took the position of chair of the meeting. => +Cllr Moss (chair)
The meeting was chaired by Ann Hale. => +Ann Hale (chair)
Minutes taken by Grace Obi => +Grace Obi (minutes)
The minutes were taken by Grace Obi. => +Grace Obi (minutes)
Grace Obi acted as minute taker. => +Grace Obi (minutes)
Also in attendance: Grace Obi (Clerk) and 4 members of the public. => +Grace Obi (minutes)
In attendance were Grace Obi, Head of Housing, and Owen Rees. => +Grace Obi (in attendance); +Owen Rees (in attendance)
The following were present: Grace Obi, Owen Rees => +Grace Obi; +Owen Rees
Also present were Mr J Pell and Mrs L Sands. => +Mr J Pell; +Mrs L Sands
Owen Rees attended as substitute for Grace Obi. => +Owen Rees (deputy) for Grace Obi
Owen Rees deputised for Grace Obi. => +Owen Rees (deputy) for Grace Obi
Grace Obi was represented by Owen Rees. => +Owen Rees (deputy)
Cllr Obi joined the meeting at 7.10 pm. => +Cllr Obi at 7.10 pm
Cllr Obi joined at 7.10 pm. => +Cllr Obi at 7.10 pm
Cllr Obi left the meeting during item 6. => +Cllr Obi during item 6
Cllr Obi declared an interest and left the room. => +Cllr Obi
Owen Rees arrived at 19:35. => +Owen Rees at 19:35
Mr P Quill attended for item 4. => +Mr P Quill for item 4
Mr Alec Pell joined the meeting for the discussion of dredging. => +Mr Alec Pell for the discussion of dredging
Apologies for lateness were received from Cllr Obi. => +Cllr Obi
Cllr Obi sent apologies for lateness. => +Cllr Obi
Grace Obi was welcomed to her first meeting. => +Grace Obi
The Chair welcomed Grace Obi to the meeting. => +Grace Obi
The Chair welcomed Owen Rees, Harbour Engineer, to his first meeting. => +Owen Rees
Grace Obi and Owen Rees were in attendance. => +Grace Obi (in attendance); +Owen Rees (in attendance)
Grace Obi was present to answer questions. => +Grace Obi
Owen Rees attended via Zoom. => +Owen Rees
"""


@pytest.mark.parametrize(("sentence", "what"), rows(APOLOGIES + ABSENT.lstrip() + PRESENT.lstrip() + NONE.lstrip()))
def test_who_was_there_in_a_sentence(sentence, what):
    assert told(sentence) == what


@pytest.mark.parametrize(
    ("sentence", "what"),
    rows(
        """
        Received from Cllr Obi and Cllr Rees. => -Cllr Obi; -Cllr Rees
        From Grace Obi. => -Grace Obi
        Cllr Obi (holiday), Cllr Rees (work). The Council accepted these reasons. => -Cllr Obi; -Cllr Rees
        None. =>
        None received. =>
        """
    ),
)
def test_sentences_under_the_heading_of_apologies(sentence, what):
    assert told(sentence, heading="Apologies for absence") == what
