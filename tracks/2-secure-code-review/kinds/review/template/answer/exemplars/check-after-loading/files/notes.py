"""Private notes of support agents."""

from lab import auth, sql
from lab.web import App, abort

app = App("notes")


def create_tables():
    sql.connect().execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, author INTEGER, text TEXT)")


@app.route("GET", "/notes")
def list_notes(request):
    agent = auth.require(request)
    limit = max(1, min(request.args.get("limit", 20, type=int), 100))
    query = f"SELECT id, text FROM notes WHERE author = ? ORDER BY id LIMIT {limit}"
    return {"notes": [dict(row) for row in sql.connect().execute(query, [agent.id])]}


@app.route("GET", "/notes/<int:note_id>")
def show_note(request, note_id):
    agent = auth.require(request)
    row = sql.connect().execute("SELECT * FROM notes WHERE id = ?", [note_id]).fetchone()
    if row is None or row["author"] != agent.id:
        abort(404, "no such note")
    return {"id": row["id"], "text": row["text"]}
