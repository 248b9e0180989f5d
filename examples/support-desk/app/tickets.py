import os
from dataclasses import dataclass

import psycopg


@dataclass
class Ticket:
    id: int
    customer_email: str
    text: str


def load_ticket(ticket_id: int) -> Ticket:
    with psycopg.connect(os.environ["TICKETS_DSN"]) as connection:
        row = connection.execute(
            "select id, customer_email, text from tickets where id = %s", (ticket_id,)
        ).fetchone()
    if row is None:
        raise LookupError(ticket_id)
    return Ticket(*row)
