"""Ways to break a tagged PDF, as changes to what qpdf read: each gives whether there was something to break."""
import base64, re


def elements(objects, kind):
    return [held["value"] for held in objects.values() if "value" in held and isinstance(held["value"], dict) and held["value"].get("/S") == kind]


def drop(kind, key):
    def apply(objects):
        return any([element.pop(key, None) is not None for element in elements(objects, kind)[:1]])
    apply.__name__ = f"{kind} without {key}"
    return apply


def in_content(pattern, replacement):
    def apply(objects):
        for held in objects.values():
            if "stream" in held and "/Type" not in held["stream"]["dict"] and "/N" not in held["stream"]["dict"]:
                data = base64.b64decode(held["stream"]["data"])
                changed = re.sub(pattern, replacement, data, count=1)
                if changed != data:
                    held["stream"]["data"] = base64.b64encode(changed).decode()
                    return True
        return False
    apply.__name__ = f"{pattern!r} as {replacement!r} in a content"
    return apply


def swap_contents(objects):
    first, second = [one for one in elements(objects, "/P") if isinstance(one.get("/K"), list) and one["/K"] and isinstance(one["/K"][0], int)][:2]
    first["/K"][0], second["/K"][0] = second["/K"][0] + 1000, first["/K"][0]
    return True


def lose_content(objects):
    next(one for one in elements(objects, "/P") if isinstance(one.get("/K"), list) and one["/K"])["/K"].pop(0)
    return True


def rename(kind, other):
    def apply(objects):
        found = elements(objects, kind)
        if found:
            found[-1]["/S"] = other
        return bool(found)
    apply.__name__ = f"{kind} as {other}"
    return apply


def from_all(test, key, what):
    def apply(objects):
        for held in objects.values():
            value = held.get("value") if isinstance(held.get("value"), dict) else held.get("stream", {}).get("dict", {})
            if isinstance(value, dict) and test(value) and key in value:
                del value[key]
                return True
        return False
    apply.__name__ = f"{what} without {key}"
    return apply


def longer_cell(objects):
    found = elements(objects, "/TD")
    if found:
        found[0]["/A"] = {"/O": "/Table", "/ColSpan": 7}
    return bool(found)


breaks = [drop("/P", "/P"), drop("/Figure", "/Alt"), drop("/TH", "/A"), drop("/L", "/A"), drop("/Note", "/ID"), drop("/Link", "/K"), drop("/Code", "/A"),
          in_content(rb"/Artifact<<[^>]*>>BDC", b"/Artifact BMC"), in_content(rb"/P<</MCID \d+>>BDC", b"/Span BMC"), in_content(rb"EMC\n", b""),
          in_content(rb"/P(<</MCID \d+>>BDC)", rb"/H1\1"), in_content(rb"EMC\n", b"EMC\n/Artifact<</Type/Layout>>BDC\nEMC\n"),
          in_content(rb"(beginbfchar\n<\w+>)<\w+>(\n<\w+>)<\w+>", rb"\1<FFFD>\2<FFFD>"),
          in_content(rb"/MCID 1>>", b"/MCID 0>>"), in_content(rb"ET\n", b""), in_content(rb"\[\([A-Za-z]", b"[(\\\\000"), in_content(rb"beginbfchar\n<", b"beginbfchar\n<FFFF"),
          swap_contents, lose_content, rename("/LI", "/P"), rename("/H2", "/H6"), rename("/TR", "/Div"), rename("/P", "/Paragraph"), rename("/Link", "/Span"), longer_cell,
          from_all(lambda value: value.get("/Subtype") == "/Link", "/Contents", "annotation"),
          from_all(lambda value: value.get("/Subtype") == "/Link", "/StructParent", "annotation"),
          from_all(lambda value: value.get("/Type") == "/Page" and "/Annots" in value, "/Tabs", "page"),
          from_all(lambda value: value.get("/Type") == "/Page" and "/Annots" in value, "/StructParents", "page"),
          from_all(lambda value: value.get("/Type") == "/FontDescriptor", "/FontFile2", "font"),
          from_all(lambda value: value.get("/Type") == "/Font" and "/ToUnicode" in value, "/ToUnicode", "font"),
          from_all(lambda value: value.get("/Type") == "/Catalog", "/Lang", "catalogue"),
          from_all(lambda value: value.get("/Type") == "/Catalog", "/MarkInfo", "catalogue"),
          from_all(lambda value: value.get("/Type") == "/Catalog", "/OutputIntents", "catalogue"),
          from_all(lambda value: "/Creator" in value and "/Title" in value, "/Title", "information")]
