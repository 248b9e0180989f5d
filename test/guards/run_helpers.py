"""Runs guard helpers for a test: reads a list of calls as JSON, writes what each gives, or the code of its refusal."""
import asyncio
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "server/guards"))
import prompt_guards as guards  # noqa: E402


class Chunk:
    """An SDK object: attributes, not keys."""

    def __init__(self, fields):
        self.__dict__.update({k: made(v) for k, v in fields.items()})


def made(value):
    if isinstance(value, dict):
        return Chunk(value)
    return [made(v) for v in value] if isinstance(value, list) else value


def plain(value):
    if isinstance(value, Chunk):
        return {k: plain(v) for k, v in vars(value).items()}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


async def drain(pieces):
    return [piece async for piece in pieces]


async def later(items):
    for item in items:
        yield item


def vault_for(text):
    vault = guards.PiiVault()
    vault.redact(text)
    return vault


def redact(value):
    return guards.PiiVault().redact(value)


def round_trip(value):
    vault = guards.PiiVault()
    return vault.restore(vault.redact(value))


def restore(text, answer):
    return vault_for(text).restore(answer)


def restore_object(text, answer):
    return plain(vault_for(text).restore(made(answer)))


def stream(text, pieces):
    vault = vault_for(text)
    out = list(vault.restore_text(pieces))
    assert out == asyncio.run(drain(vault.arestore_text(later(pieces))))
    assert "".join(out) == "".join(vault.restore_chunks(pieces))
    return out


def chunks(text, items):
    vault = vault_for(text)
    out = [plain(chunk) for chunk in vault.restore_chunks([made(item) for item in items])]
    later_out = asyncio.run(drain(vault.arestore_chunks(later([made(item) for item in items]))))
    assert out == [plain(chunk) for chunk in later_out]
    return out


shapes = {"string": str, "number": float, "boolean": bool, "any": object}


def shape(value):
    if isinstance(value, dict):
        return {k: shape(v) for k, v in value.items()}
    return [shape(v) for v in value] if isinstance(value, list) else shapes[value]


helpers = {
    "redact": redact,
    "roundTrip": round_trip,
    "restore": restore,
    "restoreObject": restore_object,
    "stream": stream,
    "chunks": chunks,
    "requireSelect": guards.require_select,
    "safeArgv": lambda command, allowed: guards.safe_argv(command, allowed),
    "parseJson": lambda text, wanted: guards.parse_json(text, shape(wanted)),
    "cleanText": guards.clean_text,
    "redactForLog": guards.redact_for_log,
    "runs": lambda code: guards.run_python(code, timeout=2),
    "safePath": lambda base, name: str(guards.safe_path(base, name)),
    "safeUrl": guards.safe_url,
}


def result(call):
    try:
        return {"value": helpers[call["helper"]](*call["args"])}
    except guards.GuardError as error:
        return {"refused": error.code}


json.dump([result(call) for call in json.load(sys.stdin)], sys.stdout)
