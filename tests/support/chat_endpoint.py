"""An OpenAI-compatible endpoint on loopback that says what it is told to, well or badly."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ChatEndpoint:
    """Answers `POST /v1/chat/completions` and `GET /v1/models`; remembers what it was asked.

    `says` is the text of its answer; `manner` how it answers: `well`, `nothing`, `garbage`,
    `html`, `huge`, `cut`, `hang` (until closed), `moved`, or a status as a number.
    """

    def __init__(self) -> None:
        self.says: Any = "Short."
        self.manner: str | int = "well"
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hangs = threading.Event()  # somebody waits for an answer that does not come
        self._over = threading.Event()
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                self._answer(json.dumps({"data": [{"id": "tiny"}, {"id": "small"}]}).encode())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                endpoint.asked.append(json.loads(body))
                endpoint.headers.append({k.lower(): v for k, v in self.headers.items()})
                good = {"choices": [{"message": {"role": "assistant", "content": endpoint.says}}]}
                match endpoint.manner:
                    case "well":
                        self._answer(json.dumps(good).encode())
                    case "nothing":
                        self._answer(b"")
                    case "garbage":
                        self._answer(b"\x00\xff{]")
                    case "html":
                        self._answer(b"<html>It works!</html>", kind="text/html")
                    case "huge":
                        self._answer(b'{"choices": "' + b"x" * (9 << 20) + b'"}')
                    case "cut":
                        self.send_response(200)
                        self.send_header("Content-Length", "1000")
                        self.end_headers()
                        self.wfile.write(b'{"choices"')
                        self.close_connection = True
                    case "hang":
                        endpoint.hangs.set()
                        endpoint._over.wait(30)
                        self.close_connection = True
                    case "moved":
                        self.send_response(307)
                        self.send_header("Location", "http://127.0.0.1:9/v1/chat/completions")
                        self.send_header("Content-Length", "0")
                        self.end_headers()
                    case status:
                        said = b'{"error": {"message": "model not found"}}'
                        self._answer(said, status=int(status))

            def _answer(
                self, body: bytes, *, status: int = 200, kind: str = "application/json"
            ) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
