"""A line to a server that fails as it is told to: `python -m tests.stores.faulty PORT`, a process of its own.

It prints the port it listens on, reads one fault a line from its input and answers each with "ok". A new fault
breaks off every connection there is.

pass; refuse; cut-up N and cut-down N, after N bytes to or from the server; stall, from the first byte;
stall-up N; delay; garbage; status N, an answer of HTTP that quotes what nobody may see; page, a friendly web page
instead of an answer; once FAULT, for the first connection alone.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress

SECRET = "geheim-9f2c"
"""Stands in every answer that the line makes up; no failure may tell it."""
_PAGE = f"<html><h1>{SECRET}</h1>http://who:{SECRET}@example.org/ status: 200</html>".encode()
_DELAY_SECONDS = 0.05


class Line:
    """Passes bytes on until the fault strikes."""

    def __init__(self, port: int) -> None:
        self._port, self._fault = port, "pass"
        self._open: set[asyncio.StreamWriter] = set()

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, with the fault that is set now."""
        fault = self._fault
        if fault.startswith("once "):
            fault, self._fault = fault.removeprefix("once "), "pass"
        self._open.add(writer)
        try:
            await self._fail(fault, reader, writer)
        except OSError:
            pass
        finally:
            writer.transport.abort()
            self._open.discard(writer)

    async def listen(self) -> None:
        """Take faults from the input until it ends."""
        server = await asyncio.start_server(self.meet, "127.0.0.1", 0)
        sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        commands = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
        while line := await commands.readline():
            self._fault = line.decode().strip()
            for one in list(self._open):
                one.transport.abort()
            sys.stdout.write("ok\n")
            sys.stdout.flush()
        os._exit(0)

    async def _fail(self, fault: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name, _space, number = fault.partition(" ")
        if name == "refuse":
            return
        if name == "stall":
            await asyncio.Event().wait()
        if name in ("status", "page"):
            await self._answer(int(number or 200), reader, writer)
            return
        if name == "garbage":
            writer.write(b"\xff\xfe\x00 nobody speaks so\r\n" * 40)
            await writer.drain()
            await reader.read(100)
            return
        if name == "delay":
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.Event().wait(), _DELAY_SECONDS)
        server_reader, server = await asyncio.open_connection("127.0.0.1", self._port)
        self._open.add(server)
        up = self._pump(reader, server, int(number or 0) if name in ("cut-up", "stall-up") else -1, name)
        down = self._pump(server_reader, writer, int(number or 0) if name == "cut-down" else -1, name)
        pumps = [asyncio.ensure_future(up), asyncio.ensure_future(down)]
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for one in pumps:
            one.cancel()
        server.transport.abort()
        self._open.discard(server)

    async def _pump(self, source: asyncio.StreamReader, to: asyncio.StreamWriter, most: int, name: str) -> None:
        passed = 0
        while chunk := await source.read(1 << 16):
            if most >= 0 and passed + len(chunk) >= most:
                to.write(chunk[: most - passed])
                await to.drain()
                if name == "stall-up":
                    await asyncio.Event().wait()
                return
            to.write(chunk)
            await to.drain()
            passed += len(chunk)

    async def _answer(self, status: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await self._asked(reader):
            body = b"" if head.startswith(b"HEAD") else _PAGE
            writer.write(
                b"HTTP/1.1 %d Said\r\nContent-Length: %d\r\nX-Who: %b\r\n\r\n%b"
                % (status, len(_PAGE), SECRET.encode(), body)
            )
            await writer.drain()

    async def _asked(self, reader: asyncio.StreamReader) -> bytes:
        """The head of one request, its content read as well."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return b""
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                await reader.readexactly(int(line.partition(b":")[2]))
        return head


if __name__ == "__main__":
    asyncio.run(Line(int(sys.argv[1])).listen())
