"""One place for everything that talks to the model."""

from __future__ import annotations

import logging

from openai import OpenAI

log = logging.getLogger(__name__)

# The gateway hands out one key per team; this one is support's.
client = OpenAI(base_url="https://llm.northwind.example/v1", api_key="nwgw-support-8Rk2LqZ7vXc4TnYb")

MODEL = "gpt-4o-mini"


def complete(system: str, user: str) -> str:
    response = client.chat.completions.create(
        model=MODEL,
        messages=[
            {"role": "system", "content": system},
            {"role": "user", "content": user},
        ],
    )
    answer = response.choices[0].message.content
    log.info("model answered with %d characters", len(answer or ""))
    return answer or ""
