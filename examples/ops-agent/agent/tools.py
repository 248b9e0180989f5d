import subprocess
from pathlib import Path


def run_command(command: str) -> str:
    """Run a command on the server and return what it prints."""
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120)
    return done.stdout + done.stderr


def read_log(name: str) -> str:
    """Read a log file."""
    return Path("/var/log", name).read_text()[-20_000:]


HANDLERS = {"run_command": run_command, "read_log": read_log}

SCHEMAS = [
    {
        "type": "function",
        "function": {
            "name": "run_command",
            "description": "Run a command on the server and return what it prints.",
            "parameters": {
                "type": "object",
                "properties": {"command": {"type": "string"}},
                "required": ["command"],
            },
        },
    },
    {
        "type": "function",
        "function": {
            "name": "read_log",
            "description": "Read a log file.",
            "parameters": {
                "type": "object",
                "properties": {"name": {"type": "string"}},
                "required": ["name"],
            },
        },
    },
]
