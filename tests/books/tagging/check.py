"""What is wrong with the tags of a PDF."""
import collections, html, re

from pdf import number_tree, string_of, text, token

standard_types = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form""".split())
artifact_kinds = {"Layout", "Background", "Pagination", "Page"}
# Elements that may stand in another; those not named here may stand anywhere.
parents = {"LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
           "THead": {"Table"}, "TBody": {"Table"}, "TOCI": {"TOC"}, "TOC": {"TOCI", "Sect"}, "Part": {"Document"}, "Document": {None}}
only_in = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody", "Caption"}, "THead": {"TR"}, "TBody": {"TR"},
           "TR": {"TH", "TD"}, "TOC": {"TOCI", "TOC"}}
painting = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "INLINE"}


class Check:
    def __init__(self, pdf):
        self.pdf, self.faults = pdf, []
        self.content = {}  # (page, mcid) -> the element that has it, by the elements
        self.objects = {}  # annotation -> element
        self.kinds = collections.Counter()
        self.of_file()
        self.tree()
        self.shown = collections.defaultdict(set)  # font -> codes
        marked = {page: self.page(page, number) for number, page in enumerate(pdf.pages(), 1)}
        self.parents_agree(marked)
        self.fonts()

    def fault(self, message):
        self.faults.append(message)

    # ---- what the file says of itself
    def of_file(self):
        catalog, get = self.pdf.catalog, self.pdf.get
        if get(catalog.get("/MarkInfo", {})).get("/Marked") is not True:
            self.fault("the file does not say that it is marked")
        if not text(catalog.get("/Lang", "")):
            self.fault("the file has no language")
        if get(catalog.get("/ViewerPreferences", {})).get("/DisplayDocTitle") is not True:
            self.fault("windows do not show the title")
        profile = get(catalog.get("/OutputIntents", [{}]))[0].get("/DestOutputProfile")
        if not profile or self.pdf.data(profile)[36:40] != b"acsp":
            self.fault("colours have no profile")
        packet = self.pdf.data(catalog["/Metadata"]).decode()
        info = get(self.pdf.objects["trailer"]["value"]["/Info"])
        self.claims = {name for name, sign in (("ua-1", "<pdfuaid:part>1<"), ("a-2", "<pdfaid:part>2<")) if sign in packet}

        def said(element):
            return [html.unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(f"<{element}>(.*?)</{element}>", packet, re.S)]
        for key, element in (("/Title", "dc:title"), ("/Subject", "dc:description"), ("/Keywords", "pdf:Keywords"), ("/Producer", "pdf:Producer"),
                             ("/Creator", "xmp:CreatorTool")):
            if ([text(info[key])] if key in info else []) != said(element):
                self.fault(f"{key} and {element} do not agree")
        for author in re.findall("<rdf:li>(.*?)</rdf:li>", "".join(re.findall("<dc:creator>.*?</dc:creator>", packet, re.S))):
            if html.unescape(author) not in text(info.get("/Author", "")):
                self.fault(f"/Author leaves out {author}")
        for key, element in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            if re.sub(r"\D", "", text(info.get(key, "")))[:14] != re.sub(r"\D", "", "".join(said(element)))[:14]:
                self.fault(f"{key} and {element} do not agree")
        first, second = self.pdf.objects["trailer"]["value"]["/ID"]
        if len(first) < 16 or first != second:
            self.fault("the file has no identifier of its own")

    # ---- the elements
    def tree(self):
        root = self.pdf.get(self.pdf.catalog["/StructTreeRoot"])
        self.roles = {key[1:]: self.pdf.get(value)[1:] for key, value in self.pdf.get(root.get("/RoleMap", {})).items()}
        names = number_tree(self.pdf, root["/IDTree"], "/Names") if "/IDTree" in root else []
        self.ids = dict(names)
        if [name for name, _ in names] != sorted(name for name, _ in names):
            self.fault("the names of notes are not in order")
        self.level = 0
        self.notes = 0
        self.element(root["/K"], None, self.pdf.catalog["/StructTreeRoot"])
        if self.notes != len(self.ids):
            self.fault("names of notes lead to something else")

    def element(self, name, parent_type, parent):
        held = self.pdf.get(name)
        kind = held["/S"][1:]
        kind = self.roles.get(kind, kind)
        self.kinds[kind] += 1
        if kind not in standard_types:
            self.fault(f"{kind} is no standard type")
        if held.get("/P") != parent:
            self.fault(f"a {kind} does not know what it is in")
        if kind in parents and parent_type not in parents[kind]:
            self.fault(f"a {kind} stands in a {parent_type}")
        if kind in {"TD", "TH", "LI", "LBody", "Lbl"} and "/Lang" in held and not text(held["/Lang"]):
            self.fault(f"a {kind} has an empty language")
        if not re.fullmatch(r"([A-Za-z]{2,8}|[xXiI]-[A-Za-z0-9]{1,8})(-[A-Za-z0-9]{1,8})*", text(held.get("/Lang", "u:en"))):
            self.fault(f"{held['/Lang']} is no language")
        attributes = self.pdf.get(held.get("/A", {}))
        children = []
        kids = self.pdf.get(held.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                self.claim((held.get("/Pg"), kid), name)
            elif isinstance(kid, dict):
                if kid["/Type"] == "/MCR":
                    self.claim((kid["/Pg"], kid["/MCID"]), name)
                else:
                    self.objects[kid["/Obj"]] = name
                    if kid["/Obj"] not in (self.pdf.get(self.pdf.get(kid["/Pg"]).get("/Annots", []))):
                        self.fault("an element has an annotation of another page")
            else:
                children.append(kid)
        if heading := re.fullmatch("H([1-6])", kind):
            level = int(heading[1])
            if level > self.level + 1:
                self.fault(f"a heading of level {level} comes after one of {self.level}")
            self.level = level
        if kind == "Figure" and not text(held.get("/Alt", "")) and "ua-1" in self.claims:
            self.fault("a figure without alternative text is said to be accessible")
        if kind == "Note":
            self.notes += 1
            if self.ids.get(held.get("/ID")) != name:
                self.fault("a note is not known by its name")
        if kind == "Link" and not any(isinstance(kid, dict) and kid["/Type"] == "/OBJR" for kid in kids if isinstance(kids, list)):
            self.fault("a link without an annotation")
        if kind == "TH" and attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
            self.fault("a head cell does not say what it heads")
        if kind == "L" and "/ListNumbering" not in attributes:
            self.fault("a list does not say how it is numbered")
        if kind in {"Code", "Figure"} and parent_type not in {"P", "Link", "Span", "TD", "TH", "LBody", "Caption", "Reference"} and not re.match("H[1-6]", str(parent_type)) \
                and attributes.get("/Placement") != "/Block":
            self.fault(f"a {kind} between blocks is not one")
        types = [self.element(child, kind, name) for child in children]
        if kind in only_in and not set(types) <= only_in[kind]:
            self.fault(f"a {kind} holds {set(types) - only_in[kind]}")
        if kind == "Table":
            self.table(name)
        return kind

    def claim(self, content, name):
        if content in self.content:
            self.fault("two elements have the same content")
        self.content[content] = name

    # ---- every row of a table takes up as many columns as the others
    def table(self, name):
        rows = []

        def collect(element):
            for kid in self.pdf.get(self.pdf.get(element).get("/K", [])):
                if isinstance(kid, str):
                    (rows.append if self.pdf.get(kid)["/S"] == "/TR" else collect)(kid)
        collect(name)
        reach, widths = collections.Counter(), set()
        for row in rows:
            width, column = sum(1 for left in reach.values() if left > 0), 0
            ahead = collections.Counter({at: left - 1 for at, left in reach.items() if left > 1})
            for cell in self.pdf.get(self.pdf.get(row).get("/K", [])):
                attributes = self.pdf.get(self.pdf.get(cell).get("/A", {}))
                across, down = attributes.get("/ColSpan", 1), attributes.get("/RowSpan", 1)
                while reach[column] > 0:
                    column += 1
                for at in range(column, column + across):
                    if down > 1:
                        ahead[at] = down - 1
                width, column = width + across, column + across
            widths.add(width)
            reach = ahead
        if len(widths) > 1:
            self.fault(f"rows of a table take up {sorted(widths)} columns")
        if any(left > 0 for left in reach.values()):
            self.fault("a cell reaches below its table")

    # ---- what is drawn
    def page(self, name, number):
        page = self.pdf.get(name)
        resources = self.pdf.get(page["/Resources"])
        fonts, on_page = self.pdf.get(resources.get("/Font", {})), f"page {number}"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            self.fault(f"{on_page} has links that are not gone through in the order of the structure")
        for annotation in self.pdf.get(page.get("/Annots", [])):
            if self.objects.get(annotation) is None:
                self.fault(f"a link on {on_page} is in no element")
            elif self.pdf.get(self.objects[annotation])["/S"] != "/Link":
                self.fault(f"a link on {on_page} is in something else")
            if not text(self.pdf.get(annotation).get("/Contents", "")):
                self.fault(f"a link on {on_page} says nothing")
        found, operands, open_marks, font, in_text, is_empty, saved = [], [], [], None, False, False, 0
        contents = page.get("/Contents", [])  # of a sheet, one for each of its pages
        drawn = b"\n".join(self.pdf.data(one) for one in ([contents] if isinstance(contents, str) else contents))
        for literal in token.findall(drawn):
            if literal[:1] in b"(<[]/>+-.0123456789":
                operands.append(literal)
                continue
            operator = literal.decode("latin-1")
            if operator in ("BMC", "BDC"):
                tag = operands[0][1:].decode()
                words = b" ".join(operands[1:]).decode("latin-1")
                mcid = re.search(r"/MCID (\d+)", words)
                if tag == "Artifact":
                    kind = re.search(r"/Type /(\w+)", words)
                    if not kind or kind[1] not in artifact_kinds:
                        self.fault(f"an artifact of no kind on {on_page}")
                if mcid or tag == "Artifact":
                    if any(held for held in open_marks):
                        self.fault(f"marks lie in each other on {on_page}")
                    open_marks.append(tag)
                else:
                    open_marks.append(None)
                if mcid:
                    found.append(int(mcid[1]))
                    owner = self.content.get((name, int(mcid[1])))
                    if owner and "/ActualText" not in words and self.pdf.get(owner)["/S"][1:] != tag:
                        self.fault(f"a content on {on_page} is called a {tag} and its element is not")
                is_empty = True
            elif operator == "EMC":
                if is_empty:
                    self.fault(f"nothing stands in a mark on {on_page}")
                is_empty = False
                if not open_marks:
                    self.fault(f"a mark ends on {on_page} that never began")
                else:
                    open_marks.pop()
            elif operator in painting and not any(open_marks):
                self.fault(f"{operator} on {on_page} is neither content nor an artifact")
            elif operator == "Tf":
                font = fonts.get(operands[0].decode())
            elif operator in ("BT", "ET"):
                if in_text == (operator == "BT"):
                    self.fault(f"{operator} on {on_page} where it cannot be")
                in_text = operator == "BT"
            elif operator in ("q", "Q"):
                saved += 1 if operator == "q" else -1
            is_empty = is_empty and operator not in painting
            if operator in ("Tj", "TJ"):
                for one in operands:
                    if one[:1] in b"(<" and one != b"<<":
                        self.shown[font].add(string_of(one))
            operands = []
        if open_marks or in_text or saved:
            self.fault(f"something on {on_page} does not end")
        if len(set(found)) != len(found):
            self.fault(f"an MCID stands twice on {on_page}")
        return set(found)

    def parents_agree(self, marked):
        root = self.pdf.get(self.pdf.catalog["/StructTreeRoot"])
        tree = number_tree(self.pdf, root["/ParentTree"])
        if [key for key, _ in tree] != sorted({key for key, _ in tree}) or tree[-1][0] >= root["/ParentTreeNextKey"]:
            self.fault("the keys of the parent tree are not in order")
        by_key = dict(tree)
        for page, found in marked.items():
            of_page = self.pdf.get(by_key.get(self.pdf.get(page).get("/StructParents"), []))
            if len(of_page) != len(found) or any(mcid >= len(of_page) for mcid in found):
                self.fault("the parent tree has another number of contents than the page")
                continue
            for mcid in found:
                if self.content.pop((page, mcid), None) != of_page[mcid]:
                    self.fault("the parent tree and the elements do not agree on a content")
        if self.content:
            self.fault("elements have content that is not there")
        for annotation, element in self.objects.items():
            if by_key.get(self.pdf.get(annotation).get("/StructParent")) != element:
                self.fault("the parent tree and the elements do not agree on a link")

    # ---- fonts
    def fonts(self):
        for font, strings in self.shown.items():
            held = self.pdf.get(font)
            descendant = self.pdf.get(self.pdf.get(held["/DescendantFonts"])[0]) if "/DescendantFonts" in held else held
            descriptor = self.pdf.get(descendant["/FontDescriptor"])
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
                self.fault(f"{held['/BaseFont']} is not embedded")
            if "/ToUnicode" not in held:
                self.fault(f"{held['/BaseFont']} has no Unicode map")
                continue
            map_text = self.pdf.data(held["/ToUnicode"]).decode("latin-1")
            length = len(re.search(r"begincodespacerange\s*<([0-9A-Fa-f]+)>", map_text)[1]) // 2
            known = {}
            for block in re.findall(r"beginbfchar(.*?)endbfchar", map_text, re.S):
                known.update((int(code, 16), value) for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block))
            for block in re.findall(r"beginbfrange(.*?)endbfrange", map_text, re.S):
                for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                    for code in range(int(first, 16), int(last, 16) + 1):
                        known[code] = f"{int(value, 16) + code - int(first, 16):0{len(value)}x}"
            codes = {int.from_bytes(string[at:at + length], "big") for string in strings for at in range(0, len(string), length)}
            if 0 in codes:
                self.fault(f"{held['/BaseFont']} shows .notdef")
            meanings = [known.get(code, "").upper() for code in codes]
            # U+FFFD is a character like others where the author wrote it, but not the meaning of several glyphs.
            if any(meaning in ("", "0000", "FEFF", "FFFE") for meaning in meanings) or meanings.count("FFFD") > 1:
                self.fault(f"a code of {held['/BaseFont']} has no meaning")
