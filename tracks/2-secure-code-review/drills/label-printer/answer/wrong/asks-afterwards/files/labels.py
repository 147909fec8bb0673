"""Labels of the courier: clerks print and cancel them on tablets at the loading dock."""

import subprocess

from lab import auth, sql
from lab.web import App, abort

app = App("labels")

COPIES_MAX = 5


@app.route("POST", "/parcels/<int:parcel_id>/label")
def print_label(request, parcel_id):
    auth.require(request)
    query = "SELECT recipient, street, city FROM parcels WHERE id = ?"
    parcel = sql.connect().execute(query, [parcel_id]).fetchone()
    if parcel is None:
        abort(404, "no such parcel")
    copies = request.args.get("copies", 1, type=int)
    if not 1 <= copies <= COPIES_MAX:
        abort(400, f"copies are 1 to {COPIES_MAX}")
    text = ", ".join(parcel)
    done = subprocess.run(["print-label", "--copies", str(copies), "--text", text], capture_output=True, text=True)
    if done.returncode != 0:
        abort(502, "the printer does not print")
    return {"parcel": parcel_id, "printed": copies}


@app.route("POST", "/queue/<int:job>/cancel")
def cancel_job(request, job):
    done = subprocess.run(["cancel-job", "--quiet", str(job)])
    auth.require(request)
    return {"job": job, "cancelled": done.returncode == 0}
