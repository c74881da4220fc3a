"""All that was authored of a question, as one text: compact JSON with sorted keys, in which defaults are left out.

It is what an approval stands for, so it is for ever what it is: each key that counts is named here, one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from re import Match as Found
from typing import NamedTuple, assert_never

from quizapp.content.base import Allowance
from quizapp.content.citation import Citation, Evidence
from quizapp.content.prose import MARK
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Select,
    Short,
    Step,
)
from quizapp.text.fold import fold, fold_once

_ESCAPED = bytes(range(32)) + b'"\\'
"""The ASCII characters that do not stand for themselves in JSON."""


def authored(question: Question, cites: Mapping[str, Citation], evidence: Mapping[Citation, Evidence]) -> str:
    """A list of two: what was written of the question, and the sentences that it cites, each with its address.

    Names of citations stand for what they name, and texts for their comparison form.

    Args:
        question: a question of a sound lesson.
        cites: the named citations of its lesson.
        evidence: of every citation.
    """
    writing = _Writing(cites, evidence)
    written = writing.question(question)
    if not _stand_for_themselves(writing.texts):
        writing = _Folding(cites, evidence)
        written = writing.question(question)
    sentences = {sentence for cited in writing.cited.values() for sentence in cited.sentences}
    return f"[{written},[{','.join(map(encode_basestring, sorted(sentences)))}]]"


def _stand_for_themselves(texts: Sequence[str]) -> bool:
    """Whether a look at all of them is enough to say that each is its comparison form, and JSON but for its quotes."""
    together = f" {' '.join(texts)} "
    if "  " in together or not together.isascii():
        return False
    letters = together.encode()
    return len(letters.translate(None, _ESCAPED)) == len(letters)


class _Cited(NamedTuple):
    """A citation that was resolved."""

    listed: str
    """As it is written in a list."""
    marked: str
    """The same in the place of a mark."""
    quoted: str
    """The same inside a text that is JSON already."""
    sentences: tuple[str, ...]
    """Each with its address."""


@lru_cache(maxsize=16384)
def _cited(piece: Evidence) -> _Cited:
    citation = piece.citation
    written = {"part": citation.part, "quote": fold(citation.quote), "source": fold(citation.source)}
    if citation.part == "sentence":
        del written["part"]
    said = [(f'"{key}":', encode_basestring(text)) for key, text in written.items()]
    if citation.at is not None:
        said.insert(0, ('"at":', str(citation.at)))
    marked = f"{{{', '.join(map(' '.join, said))}}}"
    return _Cited(
        f"{{{','.join(map(''.join, said))}}}",
        marked,
        encode_basestring(fold(marked))[1:-1],
        tuple(f"{piece.source.slug}:{sentence.number}:{fold(sentence.text)}" for sentence in piece.sentences),
    )


class _Writing:
    """Writes a question whose texts stand for themselves: whether they do is to be asked when it is written."""

    def __init__(self, cites: Mapping[str, Citation], evidence: Mapping[Citation, Evidence]) -> None:
        self._cites = cites
        self._evidence = evidence
        self.texts: list[str] = []
        """Those that were written."""
        self.cited: dict[int, _Cited] = {}
        """What was cited, by the identity of the citation, of which a lesson has one however often it is named."""

    def question(self, question: Question) -> str:
        written = [f'"id":{self._text(question.id)}', f'"type":"{question.type}"', *self._own(question)]
        if question.cite:
            written.append(f'"cite":{self._citations(question.cite)}')
        if question.context:
            written.append(f'"context":{self._citations(question.context)}')
        if question.explain:
            written.append(f'"explain":{self._text(question.explain)}')
        if question.hint:
            written.append(f'"hint":{self._text(question.hint)}')
        if question.about:
            written.append(f'"about":{self._texts(question.about)}')
        if question.level != "remember":
            written.append(f'"level":"{question.level}"')
        written += self._seldom(question)
        written.sort()  # by key: the quotation mark at the end of one comes before any letter
        return f"{{{','.join(written)}}}"

    def _seldom(self, question: Question) -> Iterable[str]:
        if question.frame:
            yield f'"frame":{self._text(question.frame)}'
        if not question.shuffle:
            yield '"shuffle":false'
        if question.allow:
            yield f'"allow":{_list(map(self._allowance, question.allow))}'
        if question.was:
            yield f'"was":{self._texts(question.was)}'

    def _own(self, question: Question) -> list[str]:
        """What its type alone has, and what it asks."""
        match question:
            case Choice():
                own = [f'"answer":{self._option(question.answer)}', self._distractors(question)]
            case Select():
                own = [f'"answers":{self._options(question.answers)}', self._distractors(question)]
            case Boolean():
                own = [f'"answer":{"true" if question.answer else "false"}']
            case Short():
                own = self._short(question)
            case Number():
                own = self._number(question)
            case Match():
                own = [f'"pairs":{_list(map(self._pair, question.pairs))}', *self._some("extra", question.extra)]
            case Order():
                own = [f'"items":{_list(map(self._step, question.items))}']
            case Cloze():
                own = [f'"text":{self._text(question.text)}']
                return [*own, f'"prompt":{self._text(question.prompt)}'] if question.prompt else own
            case FindEvidence():
                own = [f'"claim":{self._text(question.claim)}']
                return [*own, f'"also":{_list(map(self._citations, question.also))}'] if question.also else own
            case _:
                assert_never(question)
        own.append(f'"prompt":{self._text(question.prompt)}')
        return own

    def _short(self, question: Short) -> list[str]:
        own = [f'"answer":{self._text(question.answer)}', *self._some("accept", question.accept)]
        return [*own, '"exact":true'] if question.exact else own

    def _number(self, question: Number) -> list[str]:
        own = [f'"answer":{question.answer!r}']
        if question.tolerance:
            own.append(f'"tolerance":{question.tolerance!r}')
        return [*own, f'"unit":{self._text(question.unit)}'] if question.unit else own

    def _some(self, key: str, texts: Iterable[str]) -> list[str]:
        return [f'"{key}":{self._texts(texts)}'] if texts else []

    def _distractors(self, question: Choice | Select) -> str:
        return f'"distractors":{self._options(question.distractors)}'

    def _options(self, options: Iterable[Option]) -> str:
        return _list(map(self._option, options))

    def _option(self, option: Option) -> str:
        written = [f'"cite":{self._citations(option.cite)}'] if option.cite else []
        if option.source is not None:
            written.append(f'"source":{self._text(option.source)}')
        if option.text:
            written.append(f'"text":{self._text(option.text)}')
        if option.why:
            written.append(f'"why":{self._text(option.why)}')
        return f"{{{','.join(written)}}}"

    def _pair(self, pair: Pair) -> str:
        return f'{{{self._own_cite(pair)}"left":{self._text(pair.left)},"right":{self._text(pair.right)}}}'

    def _step(self, step: Step) -> str:
        return f'{{{self._own_cite(step)}"text":{self._text(step.text)}}}'

    def _own_cite(self, part: Pair | Step) -> str:
        return f'"cite":{self._citations(part.cite)},' if part.cite else ""

    def _allowance(self, allowance: Allowance) -> str:
        return f'{{"because":{self._text(allowance.because)},"rule":{self._text(allowance.rule)}}}'

    def _texts(self, texts: Iterable[str]) -> str:
        return _list(map(self._text, texts))

    def _text(self, text: str) -> str:
        self.texts.append(text)
        return f'"{MARK.sub(self._quoted, text)}"' if "[@" in text else f'"{text}"'

    def _quoted(self, mark: Found[str]) -> str:
        cited = self._named(mark)
        return cited.quoted if cited else mark.group()

    def _named(self, mark: Found[str]) -> _Cited | None:
        """What a mark cites; nothing in a text that is no prose, such as a prompt, of which anything may be written."""
        citation = self._cites.get(mark.group(1))
        return None if citation is None else self._found(citation)

    def _citations(self, citations: Iterable[Citation]) -> str:
        return _list([self._found(citation).listed for citation in citations])

    def _found(self, citation: Citation) -> _Cited:
        found = self.cited.get(id(citation))
        if found is None:
            found = self.cited[id(citation)] = _cited(self._evidence[citation])
        return found


class _Folding(_Writing):
    """The same of any texts."""

    def _text(self, text: str) -> str:
        return encode_basestring(fold_once(MARK.sub(self._marked, text) if "[@" in text else text))

    def _marked(self, mark: Found[str]) -> str:
        cited = self._named(mark)
        return cited.marked if cited else mark.group()


def _list(written: Iterable[str]) -> str:
    return f"[{','.join(written)}]"
