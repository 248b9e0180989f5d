import json
import sys

from openai import OpenAI

from . import tools

client = OpenAI()

SYSTEM = "You keep the servers of Northwind healthy. Use the tools until the task is done, then say DONE."


def work(task: str) -> None:
    messages = [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": task},
    ]
    while True:
        response = client.chat.completions.create(
            model="gpt-4o",
            messages=messages,
            tools=tools.SCHEMAS,
            max_tokens=1024,
        )
        message = response.choices[0].message
        messages.append(message)
        if message.tool_calls:
            for call in message.tool_calls:
                arguments = json.loads(call.function.arguments)
                result = tools.HANDLERS[call.function.name](**arguments)
                messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
        elif "DONE" in (message.content or ""):
            return


if __name__ == "__main__":
    work(sys.argv[1])
