"""The words of the model beside those of a reader, in order, and why they differ. What differs for no reason that is known is a failure."""
import bisect, re, unicodedata

# Why a reader may have other words than the model.
reasons = {
    "reference to a page": "on paper a link says where it leads",
    "running head or folio": "the order of the file has them at the end of every page",
    "ornament between sections": "it is drawn, and no part of the text",
    "head of a table, said again": "at the top of every page a table goes on to",
    "word of a caption": "it is where its picture is, which may have gone to the next page",
    "word of a note": "it is at the foot of the page that calls it",
    "soft hyphen at a line's end": "it says that the word goes on",
    "word divided at a line's end": "an address or a name in code has no hyphen there, and pdf.js leaves out soft ones",
    "thin space": "readers that go by what they see take it for none",
    # What a reader is known not to do.
    "compatibility character": "pdf.js writes some as what they are made of: an ellipsis as three stops",
    "line with words from right to left": "Poppler puts brackets on their other side and takes ligatures apart from the left; in its reading of the"
                                          " structure, and in MuPDF before 1.22, letters come as they are seen; pdf.js puts the words in that order",
    "space beside a mark": "MuPDF before 1.22 and pdf.js before 3 see white space where a mark stands far from the pen",
    "joined pictures": "pdf.js before 3 loses those before the last one",
}
thin_space = "\u2009"
reference = re.compile(r"\s*\((?:[^()]{1,40},\s)?(?:p\.\s\w+|opposite|overleaf)\)")
ornament = re.compile(r"(?:^|(?<=\n))\*(?:\s\*)*\n")


def differences(wanted, found, run=6):
    """Where two sequences differ: (begin, end, begin, end). A difference ends at the nearest place from which `run` words agree."""
    ends = [None] * run
    left, right = wanted + ends, found + ends
    places = {}
    for j in range(len(found) + 1):
        places.setdefault(tuple(right[j:j + run]), []).append(j)
    i = j = 0
    result = []
    while i < len(wanted) or j < len(found):
        if left[i] == right[j]:
            i, j = i + 1, j + 1
            continue
        skipped = None
        for more in range(len(wanted) - i + 1):
            if skipped and more >= sum(skipped):
                break
            of_run = places.get(tuple(left[i + more:i + more + run]), ())
            at = bisect.bisect_left(of_run, j)
            if at < len(of_run) and (not skipped or more + of_run[at] - j < sum(skipped)):
                skipped = more, of_run[at] - j
        result.append((i, i + skipped[0], j, j + skipped[1]))
        i, j = i + skipped[0], j + skipped[1]
    return result


def begin_of(wanted, found, run=6):
    """Where the first chapter begins; what comes before it is title pages and contents."""
    first = wanted[:run]
    return next((j for j in range(len(found)) if found[j:j + len(first)] == first), 0)


def squeezed(text):
    return re.sub(r"\s", "", text)


def breaks(text):
    """Where in the letters of a text white space stands, and which."""
    places, at = {}, 0
    for piece in re.findall(r"\S+|\s+", text):
        if piece.isspace():
            places[at] = piece
        else:
            at += len(piece)
    return places


def is_mark_at(letters, at):
    """Whether a cluster with a mark ends before the place or begins there."""
    around = unicodedata.normalize("NFD", letters[max(at - 2, 0):at + 2])
    return any(unicodedata.category(letter).startswith("M") for letter in around)


def runs_left(word):
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in word)


def is_neutral(word):
    return all(unicodedata.category(letter)[0] in "PSN" or 0x590 <= ord(letter) < 0x900 for letter in word)  # marks of Hebrew and Arabic


def in_any_order(words):
    """The letters of words from right to left and of what is neutral beside them, brackets of either side alike."""
    return sorted("".join(words).translate(str.maketrans(")]}\u00bb", "([{\u00ab")))


class Comparison:
    def __init__(self, model, rules, excuses):
        """`model`: pairs of a kind and the words of a run. `rules`: counts by reason. `excuses`: what the reader is known not to do."""
        self.rules, self.failures, self.excuses = rules, [], excuses
        self.model = [run for run in model if run[0] != "title"]
        heads = {" ".join(words) for kind, words in model if kind == "head" and words}
        heads = "|".join(re.escape(head).replace(r"\ ", r"\s") for head in sorted(heads, key=len, reverse=True))
        self.furniture = [("ornament between sections", ornament)]
        if heads:
            self.furniture.append(("head of a table, said again", re.compile(rf"(?:^|(?<=\s))(?:{heads})(?=\s)")))

    def compare(self, found, in_order):
        """`found`: pairs of a word and whether it ends a line. Not in order: notes stand at the feet of pages, pictures at their heads."""
        def is_note(kind): return not in_order and kind.startswith("note ")
        wanted = [word for kind, words in self.model if not is_note(kind) and (in_order or kind != "caption") for word in words]
        found = found[begin_of(wanted, [word for word, _ in found]):]
        if not in_order:
            found = self.without_captions(found)
        notes = [word for kind, words in self.model if is_note(kind) for word in words]
        self.rules["word of a note"] += len(notes)
        inserted = self.align(wanted, found, bool(notes))
        if notes:
            self.align(notes, inserted, False)

    def without_captions(self, found):
        words, at = [word for word, _ in found], 0
        for caption in (words for kind, words in self.model if kind == "caption"):
            place = next((j for j in range(at, len(words)) if words[j:j + len(caption)] == caption), None)
            if place is None:
                self.failures.append((" ".join(caption), "no caption"))
                continue
            del words[place:place + len(caption)], found[place:place + len(caption)]
            at = place
            self.rules["word of a caption"] += len(caption)
        return found

    def align(self, wanted, found, has_notes):
        inserted = []
        words = [word for word, _ in found]
        for i, to_i, j, to_j in differences(wanted, words):
            text = "".join(word + ("\n" if ends else " ") for word, ends in found[j:to_j])
            rest = self.explained(wanted[i:to_i], text, has_notes, to_j == len(words))
            if rest is None:
                self.failures.append((" ".join(wanted[i:to_i]), " ".join(words[j:to_j])))
            else:
                inserted += [(word, end != " ") for word, end in re.findall(r"(\S+)(\s|$)", rest)]
        return inserted

    def explained(self, wanted, text, has_notes, at_end):
        """What of the text is notes, or what follows the chapters; None if it differs for no known reason."""
        text, count = reference.subn("", text)
        self.rules["reference to a page"] += count
        if self.same(wanted, text):
            return ""
        for rule, pattern in self.furniture:
            text, count = pattern.subn("", text)
            self.rules[rule] += count
        if not (has_notes or at_end):
            return "" if self.same(wanted, text) else None
        # The letters, with one stretch between or after them that is of something else.
        letters = "".join(wanted).replace(thin_space, "")
        starts = [found.start() for found in re.finditer(r"\S+", text)] + [len(text)]
        for start in reversed(starts):
            head = squeezed(text[:start])
            if not letters.startswith(head):
                continue
            tail = letters[len(head):]
            if at_end:
                return text[start:] if not tail and self.same(wanted, text[:start]) else None
            for end in starts:
                if end >= start and squeezed(text[end:]) == tail and self.same(wanted, text[:start] + text[end:]):
                    return text[start:end]
        return None

    def same(self, wanted, text):
        letters, given = "".join(wanted).replace(thin_space, ""), squeezed(text)
        if letters == given:
            return self.same_breaks(wanted, text)
        def plainer(words): return unicodedata.normalize("NFKC", words)
        if plainer(letters) == plainer(given):
            return self.may("compatibility character") and self.same_breaks([plainer(word) for word in wanted], plainer(text))
        if re.sub(".\u200d", "", letters) == given:
            return self.may("joined pictures")
        # Words from right to left have their letters, all others stand as they should.
        if any(map(runs_left, wanted)):
            def others(words): return [word for word in words if not runs_left(word) and not is_neutral(word)]
            def turned(words): return in_any_order(word for word in words if runs_left(word) or is_neutral(word))
            words = re.findall(r"\S+", text)
            return turned(wanted) == turned(words) and self.may("line with words from right to left") and self.same(
                others(wanted), "".join(word + space for word, space in re.findall(r"(\S+)(\s*)", text) if others([word])))
        return False

    def same_breaks(self, wanted, text):
        """Whether white space stands where it should, and else only where a line was too narrow for a word."""
        letters = squeezed(text)
        asked, given = breaks(" ".join(wanted).replace(thin_space, "\n")), breaks(text.strip())
        for at in sorted(asked.keys() | given.keys()):
            if at in asked and at in given:
                continue
            if at in asked:
                rule = "thin space" if asked[at] == "\n" else None
            else:
                rule = "word divided at a line's end" if "\n" in given[at] else "space beside a mark" if is_mark_at(letters, at) else None
            if rule is None or not self.may(rule):
                return False
        return True

    def may(self, rule):
        is_excused = rule in self.excuses or rule in ("word divided at a line's end", "thin space")
        self.rules[rule] += is_excused
        return is_excused
