"""A PDF as qpdf reads it: its objects, and what their strings and its contents say."""
import base64, json, re, subprocess

token = re.compile(rb"""\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+""", re.S)
escape = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
plain = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


def string_of(literal):
    if literal[:1] == b"<":
        return bytes.fromhex(literal[1:-1].decode() + ("0" if len(literal) % 2 else ""))
    return escape.sub(lambda m: plain.get(m[1], bytes([int(m[1], 8) & 255]) if m[1][:1].isdigit() else m[1]), literal[1:-1])


class Pdf:
    def __init__(self, path):
        text = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", path], capture_output=True, check=True).stdout
        self.read(json.loads(text)["qpdf"][1])

    def read(self, objects):
        self.objects = objects

    def value(self, name):
        held = self.objects[f"obj:{name}"]
        return held["stream"]["dict"] if "stream" in held else held["value"]

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            value = self.value(value)
        return value

    def data(self, name):
        return base64.b64decode(self.objects[f"obj:{name}"]["stream"]["data"])

    @property
    def catalog(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def pages(self):
        def below(node):
            held = self.get(node)
            if held["/Type"] == "/Page":
                yield node
            else:
                for kid in self.get(held["/Kids"]):
                    yield from below(kid)
        return list(below(self.catalog["/Pages"]))


def number_tree(pdf, node, key="/Nums"):
    held = pdf.get(node)
    if key in held:
        pairs = pdf.get(held[key])
        return list(zip(pairs[::2], pairs[1::2]))
    return [pair for kid in pdf.get(held["/Kids"]) for pair in number_tree(pdf, kid, key)]


def text(value):
    return value[2:] if isinstance(value, str) and value.startswith("u:") else value
