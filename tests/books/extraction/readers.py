"""What programs that octavo did not write read off its PDF: lists of words, each with whether a line ends after it."""
import os, re, subprocess, unicodedata

# Soft hyphens and what else only steers line breaking, and the marks of direction that Poppler adds.
unseen = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e]")
folio = re.compile(r"\d+|[ivxlc]+")


def plain(text):
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # MuPDF leaves pairs of surrogates as they are
    return unicodedata.normalize("NFC", unseen.sub("", text))


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode(errors="surrogatepass")


def words_of_lines(pages, rules):
    """A soft hyphen at a line's end joins its word to the next line."""
    result = []
    for page in pages:
        page, hyphens = re.subn("\u00ad[ \t]*\n\\s*", "", page)
        rules["soft hyphen at a line's end"] += hyphens
        for line in page.split("\n"):
            of_line = plain(line).split()
            result += [(word, i + 1 == len(of_line)) for i, word in enumerate(of_line)]
    return result


def without_furniture(pages, titles, rules):
    """At the end of every page, in the order of the file, stands its folio, alone or in one line with a title; `titles` are those that may
    also stand in the line beside its own."""
    for page in pages:
        lines = page.rstrip().split("\n")
        last = plain(lines[-1]).split()
        if last and (folio.fullmatch(last[0]) or folio.fullmatch(last[-1])):
            lines.pop()
            if len(last) == 1 and lines and " ".join(plain(lines[-1]).split()) in titles:
                lines.pop()
        elif " ".join(last) in titles and len(lines) > 1 and folio.fullmatch(lines[-2].strip()):
            del lines[-2:]
        else:
            yield page
            continue
        rules["running head or folio"] += 1
        yield "\n".join(lines)


def poppler(pdf, titles, rules):
    return words_of_lines(without_furniture(run("pdftotext", "-raw", pdf, "-").split("\f"), (), rules), rules)


def mupdf(pdf, titles, rules):
    return words_of_lines(without_furniture(run("mutool", "draw", "-q", "-F", "txt", pdf).split("\f"), titles, rules), rules)


def pdfjs(pdf, titles, rules):
    return words_of_lines(run("node", os.path.join(os.path.dirname(__file__), "pdfjs.js"), pdf).split("\f"), rules)


def structure(pdf, titles, rules):
    """In the order of the structure tree, as a screen reader has it: elements that are no part of a line keep words apart."""
    result, text, around = [], [], []

    def end(ends_line=False):
        found = plain("".join(text)).split()
        result.extend((word, ends_line and i + 1 == len(found)) for i, word in enumerate(found))
        text.clear()

    def leave(depth):
        while around and around[-1][0] >= depth:
            if around.pop()[1] not in ("Link", "Span", "Reference"):
                end()

    for line in run("pdfinfo", "-struct-text", pdf).split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        rest = line[indent:]
        if rest.startswith('"'):
            leave(indent)
            text.append(rest[1:-1])
            if any(name == "Code" for _, name in around):
                end(True)
        elif rest and not rest.startswith(("/", "Object ")):
            leave(indent)
            name = re.match(r"\w+", rest)[0]
            if name not in ("Link", "Span", "Reference"):
                end()
            around.append((indent, name))
    end()
    return result


# Each with what it is known not to do (see `alignment.reasons`).
right_to_left, mark = "line with words from right to left", "space beside a mark"
all = {"structure": (structure, {right_to_left}), "poppler": (poppler, {right_to_left}), "mupdf": (mupdf, {right_to_left, mark}),
       "pdf.js": (pdfjs, {right_to_left, mark, "compatibility character", "joined pictures"})}
