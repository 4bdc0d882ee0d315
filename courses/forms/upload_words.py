"""The words of what is in a file for a page: what is understood, left out, and why."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.adapters.questions import Problem, ReadQuestion
from courses.adapters.word import Note, PicturePart, TablePart, WordDocument
from courses.rules.imported_questions import NEW, THERE, TWICE, UNFIT, Judged

FORMATS = {"gift": "GIFT", "moodle_xml": "Moodle XML", "qti": "QTI 2.1"}
KINDS = {
    "choice": gettext_lazy("Choose answers"),
    "true_false": gettext_lazy("True or false"),
    "order": gettext_lazy("Put in order"),
    "match": gettext_lazy("Match"),
    "number": gettext_lazy("Number"),
    "written": gettext_lazy("Short answer, marked by a trainer"),
}
STATES = {
    NEW: gettext_lazy("Will be added"),
    THERE: gettext_lazy("Is in the quiz already"),
    TWICE: gettext_lazy("Stands twice in the file; it is added once"),
    UNFIT: gettext_lazy("Is left out"),
}
WHY_NOT = {
    "unknown_kind": gettext_lazy("Questions of this kind are not taken."),
    "no_answers": gettext_lazy("There are no answers in braces or fields."),
    "no_question": gettext_lazy("The question itself is missing."),
    "braces": gettext_lazy("A brace is missing, or there is one too many."),
    "answers": gettext_lazy("It does not say which answer is right."),
    "pairs": gettext_lazy("A pair has only one side."),
    "no_number": gettext_lazy("The answer should be a number and is not."),
    "broken_xml": gettext_lazy("This part of the package cannot be read."),
    "long_question": gettext_lazy("The question has more than 2,000 signs."),
    "too_few_parts": gettext_lazy("It has too few answers, steps or pairs."),
    "too_many_parts": gettext_lazy("It has too many answers, steps or pairs: eight is the most."),
    "empty_part": gettext_lazy("An answer has no words. Perhaps it was a picture."),
    "long_part": gettext_lazy("An answer has more than 250 signs."),
    "same_parts": gettext_lazy("Two of its answers have the same words."),
    "right_answers": gettext_lazy("At least one answer must be right, and at least one wrong."),
    "long_number": gettext_lazy("The number has too many digits."),
}
NOTES = {
    "media_left_out": gettext_lazy("A picture, sound or film is left out."),
    "parts_of_points": gettext_lazy("Parts of a point are left out: an answer is right or wrong."),
    "answer_feedback": gettext_lazy("What is told about single answers is left out."),
    "marked_by_hand": gettext_lazy("A trainer marks the answers by hand."),
    "one_of_several": gettext_lazy("Only the best of several right numbers is taken."),
}
DOCUMENT_NOTES = {
    "footnote": gettext_lazy("A footnote is left out."),
    "comment": gettext_lazy("A comment is left out."),
    "text_box": gettext_lazy("The words of a text box stand after the paragraph."),
    "drawing": gettext_lazy("A drawing or chart is left out. Add it as a picture."),
    "formula": gettext_lazy("A formula is left out. Write it in words or add a picture."),
    "picture_kind": gettext_lazy("A picture is left out: it is no PNG, JPEG, GIF or WebP."),
    "picture_outside": gettext_lazy("A picture that is not inside the file is left out."),
    "many_pictures": gettext_lazy("A picture is left out: there are more than 60."),
    "no_alt": gettext_lazy("To do: say what this picture shows."),
    "merged_cells": gettext_lazy("Merged cells of a table were taken apart."),
    "picture_in_table": gettext_lazy("A picture in a table stands after it."),
}


def place_of(item: ReadQuestion | Problem) -> str:
    """Where it begins in the file."""
    if item.source:
        return _("%(file)s, line %(line)s") % {"file": item.source, "line": item.line}
    return _("Line %(line)s") % {"line": item.line}


def question_row(judged: Judged) -> dict:
    """What the preview shows of a question."""
    question = judged.question
    return {
        "place": place_of(question),
        "kind": KINDS[question.kind],
        "text": question.text,
        "answers": answer_lines(question),
        "state": STATES[judged.state],
        "is_new": judged.state == NEW,
        "notes": [WHY_NOT[judged.code]]
        if judged.code
        else [NOTES[note] for note in question.notes],
    }


def problem_row(problem: Problem) -> dict:
    return {"place": place_of(problem), "text": problem.words, "notes": [WHY_NOT[problem.code]]}


def answer_lines(question: ReadQuestion) -> list[tuple[str, bool]]:
    """Each answer in words, and whether it is right."""
    if question.kind == "true_false":
        return [(_("True"), question.is_true), (_("False"), not question.is_true)]
    if question.kind == "number":
        margin = f" ± {question.tolerance:f}" if question.tolerance else ""
        return [(f"{question.number:f}{margin}", True)]
    lines = [(answer.text, answer.is_right) for answer in question.answers]
    lines += [(f"{place}. {item}", True) for place, item in enumerate(question.items, 1)]
    lines += [(f"{thing} → {belongs}", True) for thing, belongs in question.pairs]
    lines += [(text, False) for text in question.extra]
    return lines + [(line, True) for line in question.guide.splitlines()]


def note_line(note: Note) -> str:
    """A note about a document with its paragraph and the first words there."""
    sentence = str(DOCUMENT_NOTES[note.code])
    if note.paragraph:
        place = _("Paragraph %(number)s") % {"number": note.paragraph}
        sentence = f"{place}: {sentence}"
    return f"{sentence} “{note.words}”" if note.words else sentence


def document_counts(document: WordDocument) -> str:
    """How many pictures and tables there are in all."""
    pictures = sum(isinstance(part, PicturePart) for part in document.parts)
    tables = sum(isinstance(part, TablePart) for part in document.parts)
    told = (
        ngettext("%(count)s part", "%(count)s parts", len(document.parts))
        % {"count": len(document.parts)},
        ngettext("%(count)s picture", "%(count)s pictures", pictures) % {"count": pictures},
        ngettext("%(count)s table", "%(count)s tables", tables) % {"count": tables},
    )
    return " · ".join(told)
