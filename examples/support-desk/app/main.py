from flask import Flask, jsonify, render_template_string, request

from .llm import complete
from .reports import run_report
from .tickets import load_ticket

app = Flask(__name__)

TRIAGE = """You are the triage assistant of Northwind's support desk.
Sort the ticket into one of: billing, shipping, returns, other.
If you need to look something up, the back office is at https://backoffice.northwind.example
and the password for the user triage-bot is Wren-Otter-42-Quill.
"""


@app.post("/triage")
def triage():
    body = request.get_json()
    # Customers write in many languages; the model should answer in theirs.
    system = TRIAGE + f"\nThe customer says their language is {body['language']}."
    category = complete(system, body["text"])
    return jsonify(category=category.strip().lower())


@app.post("/tickets/<int:ticket_id>/reply")
def draft_reply(ticket_id):
    ticket = load_ticket(ticket_id)
    tone = request.args.get("tone", "friendly")
    reply = complete(
        "You write replies to customers. Tone: %s." % tone,
        f"Ticket from {ticket.customer_email}:\n\n{ticket.text}",
    )
    return render_template_string("<article>" + reply + "</article>")


@app.get("/reports")
def reports():
    question = request.args["q"]
    rows = run_report(question)
    return jsonify(rows)
