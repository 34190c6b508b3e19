"""Workbooks as an attacker writes them: parts changed, sizes that lie, cells in another dress."""

import io
import struct
import zipfile

import openpyxl

HEAD = ["Startdatum", "Woongemeente", "Uren"]
ROW = ["01-03-2015", "Haarlem", "32"]
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SPACES = b" ".join(
    b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
    for name in (b"office", b"table", b"text")
)


def book(*rows, **far):
    """Return a workbook with rows, and single cells elsewhere by address."""
    made = openpyxl.Workbook()
    for row in rows or (HEAD, ROW):
        made.active.append(row)
    for address, text in far.items():
        made.active[address] = text
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip of (name, content)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def parts(data):
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data, part, change):
    """Return a workbook of which the parts with `part` in their name are changed."""
    return packed([(name, change(text) if part in name else text) for name, text in parts(data).items()])


def with_parts(data, **more):
    """Return a workbook with parts added: "__" is "/" and "_xml" is ".xml"."""
    names = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in more.items()}
    return packed((parts(data) | names).items())


def sheet(rows):
    """Return a workbook with this text as the rows of its sheet."""
    text = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (MAIN, rows)
    return changed(book(), "sheet1", lambda _: text)


def typed(address, text):
    """Return a cell with text; without an address it follows the one before."""
    where = f' r="{address}"' if address else ""
    return f'<c{where} t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def lying(data, part, size):
    """Return a zip that says that a part is only so many bytes."""
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        struct.pack_into("<I", out, archive.getinfo(part).header_offset + 22, size)
    at = out.find(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", out, at + 28)[0]
        if out[at + 46 : at + 46 + length] == part.encode():
            struct.pack_into("<I", out, at + 24, size)
        at = out.find(b"PK\x01\x02", at + 4)
    return bytes(out)


def ods(table, head=b""):
    """Return an .ods with this text as its table."""
    start = b"<office:document-content %s><office:body><office:spreadsheet>" % SPACES
    end = b"</office:spreadsheet></office:body></office:document-content>"
    whole = (
        b'<?xml version="1.0"?>' + head + start + b'<table:table table:name="B">' + table + b"</table:table>"
    )
    manifest = b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", whole + end),
            ("META-INF/manifest.xml", manifest),
        ]
    )


def ods_row(*cells, times=1, wide=1):
    """Return a row of an .ods; the row, and each cell in it, stands for many."""
    made = b"".join(
        b'<table:table-cell table:number-columns-repeated="%d" office:value-type="string"><text:p>%s</text:p>'
        b"</table:table-cell>" % (wide, cell.encode())
        for cell in cells
    )
    inside = made or b"<table:table-cell/>"
    return b'<table:table-row table:number-rows-repeated="%d">%s</table:table-row>' % (times, inside)
