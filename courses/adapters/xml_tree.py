"""Reads XML that somebody else wrote: no entities, no document type, no network, bounded."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

DEPTH = 100
ELEMENTS = 200_000


class XmlError(Exception):
    """XML that cannot be read; `line` is where, 0 where nobody can tell."""

    def __init__(self, line: int = 0):
        super().__init__(line)
        self.line = line


class _Parser(XMLParser):
    """Every element knows its `line`; names lose their namespaces."""

    def __init__(self):
        super().__init__(forbid_dtd=True)
        self.depth = self.count = 0

    def _fixname(self, key):
        return key.rpartition("}")[2]

    def _start(self, tag, attr_list):
        self.depth += 1
        self.count += 1
        if self.depth > DEPTH or self.count > ELEMENTS:
            raise XmlError(self.parser.CurrentLineNumber)
        element = super()._start(tag, attr_list)
        element.line = self.parser.CurrentLineNumber
        return element

    def _end(self, tag):
        self.depth -= 1
        return super()._end(tag)


def read_xml(data: bytes) -> Element:
    """The root element. Raises XmlError."""
    parser = _Parser()
    try:
        parser.feed(data)
        return parser.close()
    except ParseError as error:
        raise XmlError(error.position[0]) from error
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise XmlError(parser.parser.CurrentLineNumber if parser.count else 0) from error
