"""How texts were read: on the terminal sentence by sentence, or as a page."""

from pathlib import Path

from ..exports.explain_page import explain_page
from ..graph import Explanation, SeenClaim, SentenceSeen, explain, sources_from
from ..graph.files import write_whole
from .terminal import Screen

_IDLE = "states no relation of its own"
_STYLE = {"person": "blue", "state": "green", "event": "magenta"}  # every other kind: a body
_VOICE = {"asserts": "cyan", "denies": "red", "questions": "yellow"}


def explain_files(screen: Screen, paths: list[Path], html: Path | None) -> None:
    """Explain how each text is read; with `html`, write a page instead."""
    seen = [explain(source) for source in sources_from(paths)]
    if html is not None:
        write_whole(html, explain_page(seen).encode())
        screen.line(f"{html}: {sum(len(one.sentences) for one in seen):,} sentences")
        return
    for one in seen:
        _source(screen, one)


def _source(screen: Screen, one: Explanation) -> None:
    screen.line((one.title, "bold underline"))
    screen.line()
    furniture = list(one.furniture)
    for number, sentence in enumerate(one.sentences, 1):
        while furniture and furniture[0].start < sentence.words.start:
            screen.line((furniture.pop(0).text, "dim"), ("  not body text", "dim italic"))
        _sentence(screen, sentence, number)
    for words in furniture:
        screen.line((words.text, "dim"), ("  not body text", "dim italic"))


def _sentence(screen: Screen, sentence: SentenceSeen, number: int) -> None:
    screen.line((f"{number}", "dim"))
    start = sentence.words.start
    styles = [
        (m.words.start - start, m.words.end - start, _STYLE.get(m.kind, "yellow"))
        for m in sentence.mentions
    ]
    styles += [(c.cue.start - start, c.cue.end - start, "bold") for c in sentence.claims]
    screen.prose(sentence.words.text, styles)
    for mention in sentence.mentions:
        screen.line(
            ("  mention  ", "dim"),
            mention.words.text,
            "  ",
            (mention.actor, _STYLE.get(mention.kind, "yellow")),
            (f"  {mention.kind}, {mention.listed or 'not listed'}, {mention.seen_as}", "dim"),
        )
    for clause in sentence.clauses:
        moods = "".join(
            f" {word}"
            for word, on in (("negated", clause.negated), ("possible", clause.doubtful))
            if on
        )
        screen.line(
            ("  clause   ", "dim"),
            f"{clause.kind}{moods}",
            *((" of ", clause.antecedent) if clause.antecedent else ()),
            ": ",
            clause.verb.text if clause.verb else "no verb",
            (f" {', '.join(clause.rows)}" if clause.rows else "", "dim"),
            *((", subject ", clause.subject) if clause.subject else ()),
            (" from before" if clause.inherited else "", "dim"),
        )
    for voice in sentence.voices:
        screen.line(
            ("  voice    ", "dim"),
            "  " * voice.depth,
            (voice.speaker or "somebody", "italic"),
            *((" via ", (voice.via, "italic")) if voice.via else ()),
            (f" {voice.kind} ", _VOICE.get(voice.kind, "")),
            "by ",
            voice.cue.text,
            (f" {voice.row}: ", "dim"),
            (voice.words.text, "dim"),
        )
    for claim in sentence.claims:
        _claim(screen, claim)
    for left in sentence.left_out:
        idle = "  known    " if left.reason == _IDLE else "  left out "
        screen.line((idle, "dim"), (left.words.text, "dim"), (f" {left.row}: {left.reason}", "dim"))
    unknown = list(dict.fromkeys(words.text for words in sentence.unknown))
    if unknown:
        parts = [part for word in unknown for part in ((", ", "dim"), (word, "dim"))][1:]
        screen.line(("  unknown  ", "dim"), *parts)
    screen.line()


def _claim(screen: Screen, claim: SeenClaim) -> None:
    said: list[str | tuple[str, str]] = []
    for level in claim.levels:
        said += ["; ", (level.speaker or level.via or "somebody", "italic")]
        said += [" via ", (level.via, "italic")] if level.speaker and level.via else []
        said.append((f" {level.kind}", _VOICE.get(level.kind, "")))
    if claim.modality != "actual":
        said.append((f"; {claim.modality}", "yellow"))
    for name, value in (("about", claim.topic), ("in", claim.place), ("when", claim.time)):
        if value is not None:
            said += [f"; {name} ", value]
    screen.line(
        ("  claim    ", "bold"),
        (f"{claim.predicate}: ", "bold cyan"),
        (claim.subject, "bold"),
        " \u2192 ",
        (claim.object, "bold"),
        *said,
        (f"; {claim.rule} {claim.confidence:.2f}", "dim"),
    )
