"""Ad-hoc questions about capacity, answered from last night's CSV export."""

import pandas as pd
from langchain_core.tools import tool
from langchain_experimental.agents import create_pandas_dataframe_agent
from langchain_experimental.tools import PythonREPLTool
from langchain_openai import ChatOpenAI
from langchain.agents import create_agent
import os


@tool
def restart_service(name: str) -> str:
    """Restart a service on this machine."""
    code = os.system("systemctl restart " + name)
    return "restarted" if code == 0 else f"failed with {code}"


def ask_numbers(question: str) -> str:
    frame = pd.read_csv("/var/lib/ops/capacity.csv")
    agent = create_pandas_dataframe_agent(
        ChatOpenAI(model="gpt-4o", max_tokens=800),
        frame,
        allow_dangerous_code=True,
    )
    return agent.invoke({"input": question})["output"]


assistant = create_agent(
    ChatOpenAI(model="gpt-4o", max_tokens=800),
    tools=[PythonREPLTool(), restart_service],
)
