from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import claim
from sederunt.loaders.document import Span, joined
from sederunt.loaders.formats import text
from sederunt.loaders.quotes import proved

WORDS = "Present:\nAnn Hale\n\n1. Report\n\nHead of Parks <b>and</b> Ponds\n| Ben Moss | Clerk |\n| Cy Pike | Chair |\n| Di Rook | Vice |\n"


def quoted(*texts: str, line: int, between: str = " ") -> str:
    spans = [Span(words, ((0, line + at * 4),)) for at, words in enumerate(texts)]
    said = claim(
        "HOLDS", Mention(kind="Person", text=texts[0]), Mention(kind="Post", text=texts[-1]), span=joined(spans, between)
    )
    document = text.read(WORDS.encode(), "paper.txt")
    return proved(document, [said])[0].evidence.quote


def test_a_quote_that_is_one_run_of_words_stays():
    assert quoted("Head of Parks and Ponds", line=6) == "Head of Parks and Ponds"
    assert quoted("Ben Moss | Clerk", line=7) == "Ben Moss | Clerk"


def test_of_a_quote_that_was_put_together_the_piece_is_kept_that_tells_most():
    assert quoted("Ann Hale", "Head of Parks and Ponds", line=2) == "Head of Parks and Ponds"
    assert quoted("Ann Hale", "of", line=2) == "Ann Hale"
