"""Small Word documents, written part by part."""

import io
import zipfile

from PIL import Image

_OPEN = "http://schemas.openxmlformats.org"
BASE = f"{_OPEN}/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACES = {
    "w": "wordprocessingml/2006/main",
    "r": "officeDocument/2006/relationships",
    "wp": "drawingml/2006/wordprocessingDrawing",
    "a": "drawingml/2006/main",
    "m": "officeDocument/2006/math",
    "mc": "markup-compatibility/2006",
    "pic": "drawingml/2006/picture",
}
NAMES = " ".join(f'xmlns:{key}="{_OPEN}/{name}"' for key, name in _SPACES.items())
TYPES = f"""<?xml version="1.0"?><Types xmlns="{_OPEN}/package/2006/content-types">
<Default Extension="png" ContentType="image/png"/>
<Default Extension="emf" ContentType="image/x-emf"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>"""
RELATIONS = (
    f'<?xml version="1.0"?><Relationships xmlns="{_OPEN}/package/2006/relationships">'
    "{}</Relationships>"
)
_STYLE = '<w:style w:type="paragraph" w:styleId="H{0}"><w:name w:val="heading {0}"/></w:style>'
STYLES = f"""<?xml version="1.0"?><w:styles {NAMES}>
{"".join(map(_STYLE.format, range(1, 5)))}</w:styles>"""
NUMBERING = f"""<?xml version="1.0"?><w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
FOOTNOTES = f"""<?xml version="1.0"?><w:footnotes {NAMES}><w:footnote w:id="1"><w:p><w:r>
<w:t>See the law.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def png(color="red", size=(8, 6)):
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    return file.getvalue()


def run(text, bold=False):
    marks = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style="", level=None):
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        marks += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{marks}</w:pPr>{inner}</w:p>"


def picture(relation="pic1", alt="A guard over a belt.", how="embed"):
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:{how}="{relation}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def link(relation, text):
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def table(*rows, head=True):
    made = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if head and number == 0 else ""
        cells = "".join(
            f"<w:tc>{cell if '<w:' in cell else paragraph(cell)}</w:tc>" for cell in row
        )
        made += f"<w:tr>{mark}{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def text_box(text):
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{inner}</mc:Choice>"
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def docx(*body, media=None, relations=(), **parts):
    """The bytes of a document; `media` are pictures by name, in the order of pic1, pic2 …"""
    media = {"one.png": png()} if media is None else media
    related = [("image", f"pic{n}", f"media/{name}", "") for n, name in enumerate(media, 1)]
    related += [(name, f"own{name}", f"{name}.xml", "") for name in ("styles", "numbering")]
    related += [("footnotes", "ownnotes", "footnotes.xml", ""), *relations]
    rels = "".join(
        f'<Relationship Id="{key}" Type="{BASE}/{kind}" Target="{target}"{more}/>'
        for kind, key, target, more in related
    )
    main = f'<Relationship Id="m" Type="{BASE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(main),
        "word/document.xml": f"<?xml version='1.0'?><w:document {NAMES}><w:body>{''.join(body)}"
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS.format(rels),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": FOOTNOTES,
        **{f"word/media/{name}": data for name, data in media.items()},
        **parts,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()
