import os

import psycopg

from .llm import complete

SCHEMA = """
tickets(id, customer_id, category, opened_at, closed_at)
customers(id, name, country)
"""


def run_report(question):
    sql = complete("Answer with one PostgreSQL query and nothing else. Schema:" + SCHEMA, question)
    sql = sql.strip().removeprefix("```sql").removesuffix("```")
    with psycopg.connect(os.environ["REPORTS_DSN"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()
