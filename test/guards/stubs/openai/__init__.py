"""Stands in for the openai package in tests: the same call shapes over urllib, for programs that run against the fake server."""
from __future__ import annotations

import asyncio
import json
import os
import urllib.request
from types import SimpleNamespace
from typing import Any


def _objects(value: Any) -> Any:
    if isinstance(value, dict):
        return SimpleNamespace(**{k: _objects(v) for k, v in value.items()})
    if isinstance(value, list):
        return [_objects(v) for v in value]
    return value


class _Http:
    def __init__(self, base_url: str | None, api_key: str | None = None) -> None:
        self.base = base_url or os.environ["OPENAI_BASE_URL"]
        self.key = api_key or os.environ["OPENAI_API_KEY"]

    def post(self, path: str, body: dict[str, Any]) -> Any:
        data = json.dumps({k: v for k, v in body.items() if k != "timeout"}).encode()
        request = urllib.request.Request(self.base + path, data, {"content-type": "application/json", "authorization": f"Bearer {self.key}"})
        response = urllib.request.urlopen(request)
        if not body.get("stream"):
            return _objects(json.loads(response.read()))
        return self._events(response)

    def _events(self, response: Any) -> Any:
        for line in response:
            text = line.decode().strip()
            if text.startswith("data: ") and text != "data: [DONE]":
                event = _objects(json.loads(text[6:]))
                for choice in getattr(event, "choices", []):
                    for name in ("role", "content", "tool_calls"):
                        if not hasattr(choice.delta, name):
                            setattr(choice.delta, name, None)
                yield event


def _with_text(response: Any) -> Any:
    if hasattr(response, "output"):
        response.output_text = "".join(part.text for item in response.output for part in item.content)
    return response


class OpenAI:
    def __init__(self, api_key: str | None = None, base_url: str | None = None, **options: Any) -> None:
        http = _Http(base_url, api_key)
        self.chat = SimpleNamespace(
            completions=SimpleNamespace(create=lambda **body: http.post("/chat/completions", body))
        )
        self.responses = SimpleNamespace(create=lambda **body: _with_text(http.post("/responses", body)))
        self.moderations = SimpleNamespace(create=lambda **body: http.post("/moderations", body))


class AsyncOpenAI:
    def __init__(self, api_key: str | None = None, base_url: str | None = None, **options: Any) -> None:
        inner = OpenAI(api_key, base_url)

        def later(call: Any) -> Any:
            async def run(**body: Any) -> Any:
                result = await asyncio.get_running_loop().run_in_executor(None, lambda: call(**body))
                return _later(result) if body.get("stream") else result

            return run

        self.chat = SimpleNamespace(completions=SimpleNamespace(create=later(inner.chat.completions.create)))
        self.responses = SimpleNamespace(create=later(inner.responses.create))
        self.moderations = SimpleNamespace(create=later(inner.moderations.create))


async def _later(items: Any) -> Any:
    for item in items:
        yield item
