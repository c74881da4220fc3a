"""Courses from a stranger that are nasty by their size: each takes more than a moment to be written and read."""

from collections.abc import Mapping
from types import MappingProxyType

from quizapp.text.toml import quoted
from tests.hostile.writing import CITE, Pack, Writing, boolean


def _bombs(course: Writing) -> None:
    bombs = (
        "- " * 9000,
        "* " * 9000,
        "1. " * 6000,
        "*a **b " * 2500,
        "*" * 19_000,
        "_a" * 9500,
        "**a" * 6000,
        "[@" * 9000,
        "[@first]" * 2400,
        "\n".join(" " * depth + "- x [@first]" for depth in range(150)),
        "\\*" * 9000,
        "`" * 19_000,
    )
    for number, bomb in enumerate(bombs):
        course.lesson(boolean(1), name=f"bomb-{number}", prose=f"{bomb} [@first]".replace("\\", "\\\\"))
        explained = boolean(1) + f"explain = '''{bomb} [@first]'''\nhint = '''{bomb}'''\n"
        course.lesson(explained, name=f"explained-{number}")


def _aliases(course: Writing) -> None:
    aliases = ", ".join(f'"{"a " * count}b"' for count in range(1, 99))
    more = "".join(
        f'[[entries]]\nid = "e{number}"\nkind = "term"\nname = "Bell {number}"\naliases = ["Bell", "bell {number} a"]\n'
        + CITE
        for number in course.some(1500)
    )
    course.glossary(f'[[entries]]\nid = "a"\nkind = "term"\nname = "a"\naliases = [{aliases}]\n{CITE}{more}')
    course.lesson(boolean(1), prose="a " * 5000 + "Bell " * 1500 + "[@first].")


def _disputes(course: Writing) -> None:
    position = '{ says = "%s", cite = [{ source = "received", quote = "The first bell rang" }] }'
    course.glossary(
        "".join(
            f'[[disputes]]\nid = "d{number}"\nquestion = "Q {number}?"\npositions = '
            f"[{', '.join(position % f'S {at}' for at in range(8))}]\n"
            for number in course.some(1000)
        )
    )


def _options(course: Writing) -> None:
    long = "x" * course.much(100_000)
    question = '[[questions]]\nid="%s"\ntype="choice"\nprompt="P?"\nanswer="%s"\n'
    question += 'distractors=[{text="%s",why="%s"},"b"]\ncite=["first"]\n'
    course.lesson(question % ("a", long, "c", "w") + question % ("b", "k", long, long) + boolean(1))
    many = ", ".join(f'"o{number}"' for number in course.some(20_000))
    select = f'[[questions]]\nid="s"\ntype="select"\nprompt="P?"\nanswers=["k"]\ndistractors=[{many}]\ncite=["first"]\n'
    items = ", ".join(f'{{ text = "o{number}", cite = ["first"] }}' for number in course.some(3000))
    order = f'[[questions]]\nid="o"\ntype="order"\nprompt="P?"\nitems=[{items}]\n'
    pairs = ", ".join(
        f'{{ left = "l{number}", right = "r{number}", cite = ["first"] }}' for number in course.some(3000)
    )
    match = f'[[questions]]\nid="m"\ntype="match"\nprompt="P?"\npairs=[{pairs}]\n'
    blanks = "".join("{{a}} " for _ in course.some(5000))
    cloze = f'[[questions]]\nid="c"\ntype="cloze"\ntext="{blanks}"\ncite=["first"]\n'
    course.lesson(select + order + match + cloze, name="many")


SLOW = (
    "x" * 150_000,
    "a'" * 75_000,
    "1,234" * 30_000,
    "1." * 75_000,
    "said " * 30_000,
    "by " * 50_000,
    '"' * 150_000,
    "‘" * 75_000 + "’" * 75_000,
    "in the words of " * 10_000,
    " - " * 50_000,
    ". " * 75_000,
    "A. B. " * 25_000,
    "no. 1 " * 25_000,
    "later also then " * 10_000,
    "{{" * 75_000,
    "…" * 75_000,
    "\u0301" * 75_000,
    "\u1100\u1161\u11a8" * 25_000,
    "-- " * 50_000,
    "Ünder " * 25_000,
    "the officials said that " * 6_000,
    "2022 March 29 " * 10_000,
    "hundred thousand and " * 7_500,
    "    " * 37_500 + "x",
)
"""What would make an expression slow that tries every way to match."""


def _slow(course: Writing) -> None:
    course.source("The first bell rang at dawn.\n" + "\n".join(f"So {text} it was." for text in SLOW))
    course.put("document.txt", "\n\n".join(SLOW))
    course.put("document-wrapped.txt", "So it was said by them all and nobody was\n" * course.much(100_000))
    course.put("document-words.txt", "So it was. " * course.much(400_000))
    quotes = "".join(
        f'[cites.c{at}]\nsource = "received"\nquote = {quoted(text)}\n'
        for at, text in enumerate(
            ("a", "1", "said", "by", "a'a", "it", "x it was", "So x", "1.1", "dawn. x", *(text[:5000] for text in SLOW))
        )
    )
    course.put(
        "lessons/cites.toml", f'format = 1\ntitle = "L"\nposition = 1\n{quotes}[[sections]]\ntext = "x"\n{boolean(1)}'
    )


def _slow_lessons(course: Writing) -> None:
    for number, text in enumerate(SLOW):
        said = quoted(text[:20_000])
        prompt = f'[[questions]]\nid="a"\ntype="short"\nprompt={said}\nanswer={said}\naccept=[{said}]\ncite=["first"]\n'
        choice = f'[[questions]]\nid="b"\ntype="choice"\nprompt={quoted(text[:490])}\nanswer={quoted(text[:190])}\n'
        choice += f"distractors=[{{text={quoted('b' + text[:190])}, why={said}}}, {quoted('c' + text[:190])}]\n"
        choice += f'cite=["first"]\nexplain={said}\nhint={said}\nframe={quoted(text[:9000] + "{answer}")}\n'
        course.lesson(prompt, name=f"slow-{number}")
        course.lesson(choice, name=f"quick-{number}")


def _quotes(course: Writing) -> None:
    course.source(
        "The first bell rang at dawn.\n" + "\n".join(f"Line {number} a a a a a a a a." for number in course.some(3000))
    )
    cites = "".join(
        f'[cites.c{number}]\nsource = "received"\nquote = "a a a a{" a" * (number % 4)}"\n'
        for number in course.some(300)
    )
    missing = "".join(
        f'[cites.m{number}]\nsource = "received"\nquote = "Line {number} b a a c a a"\n' for number in course.some(150)
    )
    course.lesson(boolean(1), head="", prose="So [@first].")
    course.put(
        "lessons/quotes.toml",
        f'format = 1\ntitle = "L"\nposition = 1\n{cites}{missing}[[sections]]\ntext = "x [@c1]"\n'
        + boolean(1).replace("first", "c1"),
    )


def _line(course: Writing) -> None:
    line = "word " * course.much(800_000)
    course.source(f"The first bell rang at dawn.\n{line}")
    course.lesson(boolean(1) + f'explain = "{line}"\n')


def _keys(course: Writing) -> None:
    line = "k" * course.much(4_000_000)
    course.lesson(boolean(1), head=f"{line} = 1\n")
    course.glossary(f'[[entries]]\nid = "{line}"\nkind = "{line[:9]}"\nname = "N"\n{CITE}')


def _many_questions(course: Writing) -> None:
    course.put(
        "lessons/many.toml", 'format=1\ntitle="M"\nposition=1\n' + "[[questions]]\nid='q'\n" * course.much(100_000)
    )


def _sound_questions(course: Writing) -> None:
    course.lesson("".join(map(boolean, course.some(50_000))))


def _missing_quotes(course: Writing) -> None:
    lines = "".join(f"Line {number} of the long report on bells says that they rang.\n" for number in course.some(4000))
    course.source(f"The first bell rang at dawn.\n{lines}")
    cites = "".join(
        f'[cites.c{number}]\nsource = "received"\nquote = "Line {number} of a long report"\n'
        for number in course.some(8000)
    )
    course.lesson(boolean(1), head=cites)


def _large_source(course: Writing) -> None:
    said = [
        [f"{course.random.choice('bkmrst')}a{course.random.randrange(300)}" for _ in range(12)] for _ in range(30_000)
    ]
    course.source("The first bell rang at dawn.\n" + "\n".join(" ".join(words) for words in said))
    quotes = (" ".join(words[1:8] if at % 2 else (*words[:5], words[7])) for at, words in enumerate(said[::-1]))
    cites = "".join(f'[cites.c{at}]\nsource = "received"\nquote = "{quote}"\n' for at, quote in enumerate(quotes))
    course.lesson(boolean(1), head=cites)


def _marks(course: Writing) -> None:
    course.source("The first bell rang.\n" + "\n".join("so a" + "\u0301\u0323" * 9000 + " was" for _ in range(60)))
    course.lesson(boolean(1), prose="a" + "\u0301\u0323" * 9000 + " [@first].")


def _letters(course: Writing) -> None:
    course.source("The first bell rang.\n" + "\n".join("abcdefgh"[number % 8] for number in range(100_000)))
    course.lesson(boolean(1), head='[cites.c]\nsource = "received"\nquote = "a b d c"\n')


def _negations(course: Writing) -> None:
    course.source("The first bell rang.\n" + "\n".join("not never no " * 1500 for _ in range(60)))
    cites = "".join(f'[cites.c{at}]\nsource = "received"\nquote = "not never {at} no"\n' for at in range(500))
    course.lesson(boolean(1), head=cites)


def _unknown_names(course: Writing) -> None:
    course.glossary("".join(f'[[entries]]\nid="e{n}"\nkind="term"\nname="Bell {n}"\n{CITE}' for n in course.some(8000)))
    cites = "".join(f'[cites.c{n}]\nsource="received"\nquote="The first bell rang"\n' for n in course.some(8000))
    asked = "".join(
        boolean(n).replace('"first"', f'"d{n}"') + f'about=["f{n}"]\nwas=["g{n}"]\n' for n in course.some(8000)
    )
    course.lesson(asked, head=cites)


def _safe_fixes(course: Writing) -> None:
    course.lesson("".join(boolean(number).replace("prompt", "promt") for number in course.some(8000)))


def _empty_tables(course: Writing) -> None:
    course.put("lessons/tables.toml", "format=1\ntitle='T'\nposition=1\n" + "[[questions]]\n" * course.much(60_000))
    course.put("lessons/cites.toml", "format=1\ntitle='T'\n" + "".join(f"[cites.c{n}]\n" for n in course.some(40_000)))


def _mistakes(course: Writing) -> None:
    course.lesson("".join(boolean(number).replace('cite=["first"]\n', "") for number in course.some(60_000)))
    unsound = '[[questions]]\nid="a"\ntype="match"\nprompt="P?"\npairs=[%s]\n'
    course.lesson(unsound % ('{left="",right="é"},' * course.much(40_000)), name="pairs")
    course.put(
        "lessons/line.toml",
        'format=1\ntitle="é"\nposition=1\nquestions=[' + '{id=1,tipe="é"},' * course.much(60_000) + "]\n",
    )


def _large(course: Writing) -> None:
    for folder, ending in (("lessons", ".toml"), ("seeds", ".md")):
        course.put(f"{folder}/large{ending}", b"x" * 5_000_001)
        course.put(f"{folder}/binary{ending}", course.random.randbytes(4_900_000))
        course.put(f"{folder}/zeros{ending}", bytes(4_900_000))
        course.put(f"{folder}/lines{ending}", b"\n" * 4_900_000)
        course.put(f"{folder}/hashes{ending}", b"#\n" * 2_400_000)
        course.put(f"{folder}/pluses{ending}", b"+++\n" * 1_200_000)
    course.put("lessons/equals.toml", b"a=1\n" * 1_200_000)
    course.put("lessons/distinct.toml", "".join(f"a{number}=1\n" for number in course.some(400_000)))
    course.put(
        "lessons/mistakes.toml", "format=1\n" + "[[questions]]\nid=1\ntype='choise'\nb.c=2\n" * course.much(20_000)
    )


def _sentences(course: Writing) -> None:
    course.source(
        "The first bell rang at dawn.\n" + "\n".join(f"Bell {number} rang." for number in course.some(200_000))
    )


def _files(course: Writing) -> None:
    for number in course.some(3000):
        course.put(f"lessons/n{number}.toml", "format = 1\n")
        course.put(f"seeds/n{number}.md", "no header\n")


LARGE: Mapping[str, Pack] = MappingProxyType(
    {
        "bombs": Pack(_bombs, small=False),
        "aliases": Pack(_aliases, small=False),
        "disputes": Pack(_disputes, small=False),
        "options": Pack(_options, small=False),
        "slow source": Pack(_slow, small=False),
        "slow lessons": Pack(_slow_lessons, small=False),
        "quotes": Pack(_quotes, small=False),
        "one line": Pack(_line, small=False),
        "long keys": Pack(_keys, small=False),
        "many questions": Pack(_many_questions, small=False),
        "sound questions": Pack(_sound_questions, small=False),
        "missing quotes": Pack(_missing_quotes, small=False),
        "large source": Pack(_large_source, small=False),
        "marks": Pack(_marks, small=False),
        "letters": Pack(_letters, small=False),
        "negations": Pack(_negations, small=False),
        "unknown names": Pack(_unknown_names, small=False),
        "safe fixes": Pack(_safe_fixes, small=False),
        "empty tables": Pack(_empty_tables, small=False),
        "mistakes": Pack(_mistakes, small=False),
        "large files": Pack(_large, small=False),
        "sentences": Pack(_sentences, small=False),
        "many files": Pack(_files, small=False),
    }
)
