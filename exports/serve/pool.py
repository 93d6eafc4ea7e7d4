"""Worker processes that can be killed: a query that runs too long takes its process with it.

pyoxigraph has no time limit of its own, hence processes. A heavy query holds one worker; the
others go on with small ones.
"""

import asyncio
import contextlib
import json
import sys
from typing import Any, NamedTuple

from ...schema import GraphFileError
from ..terms import DATA
from .protocol import ProtocolError, QueryRequest

_START = 600  # seconds to load a graph
_PATIENCE = 5.0  # seconds that a request waits for a free worker


class Limits(NamedTuple):
    """What one query may use: seconds, rows of the answer, megabytes beyond the graph itself."""

    seconds: float = 20.0
    rows: int = 100_000
    megabytes: int = 1_000


class Pool:
    """A fixed number of workers, each with the graph loaded."""

    def __init__(self, path: str, workers: int, limits: Limits) -> None:
        self._path = path
        self._count = workers
        self._limits = limits  # `base` is the IRI of the data, once the workers have read it
        self._idle: asyncio.Queue[asyncio.subprocess.Process] = asyncio.Queue()
        self._all: set[asyncio.subprocess.Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False
        self.base = DATA

    async def start(self) -> int:
        """Start the workers and return how many triples they hold.

        Raises GraphFileError when the graph cannot be loaded.
        """
        triples = await asyncio.gather(*(self._spawn() for _ in range(self._count)))
        return triples[0]

    async def answer(self, request: QueryRequest, form: str) -> bytes:
        """Return the answer; raise ProtocolError when the query is wrong or asks too much."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), _PATIENCE)
        except TimeoutError:
            raise ProtocolError(503, "all workers are busy; try again later") from None
        sound = False
        try:
            reply = self._ask(worker, request, form)
            status, body = await asyncio.wait_for(reply, self._limits.seconds)
            sound = True
        except TimeoutError:
            raise ProtocolError(
                503, f"the query took longer than {self._limits.seconds:g} s and was stopped"
            ) from None
        except (asyncio.IncompleteReadError, OSError, ValueError):
            raise ProtocolError(
                503, "the query was stopped: it needed more memory than it may have"
            ) from None
        finally:
            if sound:
                self._idle.put_nowait(worker)
            else:
                self._replace(worker)
        if status != 200:
            raise ProtocolError(status, body.decode())
        return body

    async def close(self) -> None:
        """Kill the workers."""
        self._closing = True
        for task in self._tasks:
            task.cancel()
        for worker in list(self._all):
            await self._kill(worker)

    async def _ask(
        self, worker: asyncio.subprocess.Process, request: QueryRequest, form: str
    ) -> tuple[int, bytes]:
        assert worker.stdin is not None
        assert worker.stdout is not None
        message = {
            "query": request.text,
            "default_graphs": request.default_graphs,
            "named_graphs": request.named_graphs,
            "form": form,
        }
        worker.stdin.write(json.dumps(message).encode() + b"\n")
        await worker.stdin.drain()
        head = json.loads(await worker.stdout.readline())
        return head["status"], await worker.stdout.readexactly(head["length"])

    async def _spawn(self) -> int:
        package = __name__.rpartition(".")[0]
        limits = (str(self._limits.rows), str(self._limits.megabytes))
        command = (sys.executable, "-m", f"{package}.worker", self._path, *limits)
        worker = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the server, which ends them in order
        )
        self._all.add(worker)
        assert worker.stdout is not None
        head = await asyncio.wait_for(worker.stdout.readline(), _START)
        ready: dict[str, Any] = json.loads(head or b"{}")
        if ready.get("status") != 200:
            await self._kill(worker)
            raise GraphFileError(ready.get("message", f"{self._path}: the graph cannot be loaded"))
        self.base = ready["base"]
        self._idle.put_nowait(worker)
        return ready["triples"]

    def _replace(self, worker: asyncio.subprocess.Process) -> None:
        """Kill a worker at once and start another beside the running requests."""
        if worker.returncode is None:
            worker.kill()
        task = asyncio.create_task(self._start_another(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _start_another(self, worker: asyncio.subprocess.Process) -> None:
        await self._kill(worker)
        if not self._closing:
            await self._spawn()

    async def _kill(self, worker: asyncio.subprocess.Process) -> None:
        self._all.discard(worker)
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()
