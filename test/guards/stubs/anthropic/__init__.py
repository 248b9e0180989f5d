"""Stands in for the anthropic package in tests: the same call shapes over urllib, for programs that run against the fake server."""
from __future__ import annotations

import os
from types import SimpleNamespace
from typing import Any

from openai import _Http


class _Stream:
    def __init__(self, events: Any) -> None:
        self._events = events
        self._text = ""

    def __enter__(self) -> "_Stream":
        return self

    def __exit__(self, *problem: object) -> None:
        pass

    def __iter__(self) -> Any:
        for event in self._events:
            if event.type == "content_block_delta":
                self._text += event.delta.text
            yield event

    @property
    def text_stream(self) -> Any:
        for event in self:
            if event.type == "content_block_delta":
                yield event.delta.text

    def get_final_text(self) -> str:
        for _ in self:
            pass
        return self._text


class Anthropic:
    def __init__(self, api_key: str | None = None, base_url: str | None = None, **options: Any) -> None:
        http = _Http(base_url or os.environ["ANTHROPIC_BASE_URL"])
        self.messages = SimpleNamespace(
            create=lambda **body: http.post("/v1/messages", body),
            stream=lambda **body: _Stream(http.post("/v1/messages", {**body, "stream": True})),
        )
