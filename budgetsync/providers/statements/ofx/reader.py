"""An OFX file put together: its accounts, entries and balances."""

import re

from budgetsync.domain.errors import StatementBroken, StatementRefused
from budgetsync.domain.statement import EntryProblem, StatementFile, StatementFormat
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements.decoding import decode
from budgetsync.providers.statements.ofx.building import OWN_ACCOUNTS, StatementBuilder
from budgetsync.providers.statements.ofx.entries import CASH_TRADES
from budgetsync.providers.statements.ofx.tokens import Element, fields, next_element, plain

_HEAD = re.compile(rb"OFXHEADER\s*[:=]|<\?OFX\b|<OFX[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"(?:CHARSET:\s*|encoding=[\"'])([\w\-]+)", re.IGNORECASE)
_ENCODING = re.compile(rb"ENCODING:\s*([\w\-]+)", re.IGNORECASE)
_SECURITY = re.compile(r"<SECINFO>(.*?)</SECINFO>", re.IGNORECASE | re.DOTALL)
_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS", "LOANSTMTRS"})
_CONTEXTS = OWN_ACCOUNTS | {"BANKACCTTO", "CCACCTTO", "LEDGERBAL", "AVAILBAL", "BAL", "INVBAL"}
_PENDING = frozenset({"STMTTRNP", "CCSTMTTRNP"})
_ENTRIES = _PENDING | {"STMTTRN", "LOANSTMTTRN"}
_HEADER_LENGTH = 2_000
_LONGEST_ENTRY = 65_536
_MOST_ENDLESS = 100
_MOST_STATEMENTS = 5_000
_WITHIN = ("</PAYEE", "</CURRENCY", "</ORIGCURRENCY", "</BANKACCTTO", "</CCACCTTO")


def recognizes(head: bytes) -> bool:
    """Tell by its beginning whether a file is OFX."""
    return _HEAD.search(head) is not None


def read(content: bytes, options: ReadOptions) -> StatementFile:
    """Read a whole file.

    Raises:
        StatementBroken: There is no statement in it, or the bank's answer is an error.
        StatementRefused: It is made to do harm.
    """
    text, encoding = decode(content, _declared(content[:_HEADER_LENGTH]))
    pass_ = _Pass(plain(text), options)
    pass_.run()
    if not pass_.finished:
        raise StatementBroken(pass_.why_empty())
    statements = [statement for builder in pass_.finished for statement in builder.statements()]
    return StatementFile(StatementFormat.OFX, encoding, statements, pass_.problems)


def _declared(header: bytes) -> str:
    """Take what the header says: CHARSET, unless ENCODING alone names one."""
    names = [found[1].decode("ascii", "replace") for found in _CHARSET.finditer(header)]
    encoding = _ENCODING.search(header)
    if encoding is not None and encoding[1].upper() in {b"UTF-8", b"UTF8", b"UNICODE"}:
        names.append("utf-8")
    return next((name for name in names if name.upper() != "NONE"), "")


class _Pass:
    """One walk through the tags."""

    def __init__(self, text: str, options: ReadOptions) -> None:
        self._text = text
        self._options = options
        self._counted = 0
        self._line = 1
        self._open: StatementBuilder | None = None
        self._institution = ""
        self._code = ""
        self._endless = 0
        self._path: list[str] = []
        self._lists_accounts = False
        self._securities: dict[str, str] | None = None
        self.finished: list[StatementBuilder] = []
        self.problems: list[EntryProblem] = []
        self.errors: list[str] = []

    def run(self) -> None:
        """Walk through all of it."""
        at = 0
        while (element := next_element(self._text, at)) is not None:
            at = element.end
            if element.closes:
                self._close(element)
            elif self._open is not None and element.name in _ENTRIES:
                at = self._entry(element)
            elif self._open is not None and CASH_TRADES.fullmatch(element.name):
                at = self._trade(element)
            else:
                self._take(element)
        if self._open is not None:
            self._finish()
            self.problems.append(
                EntryProblem(self._line, "The file ends in the middle: entries may be missing.")
            )

    def why_empty(self) -> str:
        """Say why there is no statement."""
        if self.errors:
            return f"The bank sent an error instead of a statement: code {self.errors[0]}."
        if self._lists_accounts:
            return "It only lists accounts: there are no entries in it."
        return "There is no statement in this file."

    def _take(self, element: Element) -> None:
        name, text = element.name, element.text
        if name in _STATEMENTS:
            if self._open is not None:
                self._finish()
            self._open = StatementBuilder(name, self._institution, self._options.currency)
        elif name in _CONTEXTS:  # not whatever is empty: a value that is left out is often not closed either
            self._path.append(name)
            del self._path[:-8]
        elif not text:
            return
        elif self._open is not None:
            self._open.take(name, text, self._path[-1] if self._path else "")
        elif name == "ORG":
            self._institution = text
        elif name == "CODE":
            self._code = text if text.isascii() and text.isdigit() else "unknown"
        elif name == "SEVERITY" and text.upper() == "ERROR":
            self._failed()
        elif name in {"SVCSTATUS", "DTACCTUP"}:
            self._lists_accounts = True

    def _failed(self) -> None:
        self.errors.append((self._code or "unknown")[:8])
        message = f"The bank sent an error for a part of it: code {self.errors[-1]}."
        self.problems.append(EntryProblem(self._line, message))

    def _close(self, element: Element) -> None:
        name = element.name
        if name in _STATEMENTS and self._open is not None:
            self._finish()
        elif self._path and name in self._path:
            while self._path.pop() != name:
                continue

    def _finish(self) -> None:
        if self._open is not None:
            self.finished.append(self._open)
            if len(self.finished) > _MOST_STATEMENTS:
                message = "It has more statements than any bank sends."
                raise StatementRefused(message)
            self._open = None

    def _entry(self, element: Element) -> int:
        block, end, is_whole = self._block(element)
        if self._open is not None:
            line = self._line_of(element.start)
            if is_whole:
                self._open.entry(fields(block), block, line, pending=element.name in _PENDING)
            else:
                self._open.problem(line, "The entry has no end.", fields(block))
        return end

    def _trade(self, element: Element) -> int:
        block, end, _ = self._block(element)
        if self._open is not None:
            if self._securities is None:
                self._securities = _securities(self._text)
            line = self._line_of(element.start)
            self._open.trade(element.name, fields(block), block, line, self._securities)
        return end

    def _block(self, element: Element) -> tuple[str, int, bool]:
        """Find where an aggregate ends: at its closing tag, or where the next one begins."""
        text, name = self._text, self._text[element.start + 1 : element.start + 1 + len(element.name)]
        begin = element.start + len(name) + 1
        last = min(len(text), begin + _LONGEST_ENTRY)
        following = text.find(f"<{name}>", begin, last)
        bound = following if following >= 0 else last
        end = text.find(f"</{name}>", begin, bound)
        if end >= 0:
            return text[begin:end], end + len(name) + 3, True
        if following >= 0:
            return text[begin:following], following, True
        end = text.find("</", begin, last)
        while end >= 0 and text.startswith(_WITHIN, end):
            end = text.find("</", end + 2, last)
        if end >= 0:
            return text[begin:end], end, True
        self._endless += 1
        if self._endless > _MOST_ENDLESS:
            message = "Its entries have no end."
            raise StatementBroken(message)
        return text[begin:last], last, False

    def _line_of(self, at: int) -> int:
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line


def _securities(text: str) -> dict[str, str]:
    named: dict[str, str] = {}
    end = max(text.rfind("</SECINFO>"), text.rfind("</secinfo>"))
    for block in _SECURITY.findall(text, 0, max(end, 0) + len("</SECINFO>")):
        told = fields(block)
        named[told.get("UNIQUEID", "")] = told.get("SECNAME", "")
    named.pop("", None)
    return named
