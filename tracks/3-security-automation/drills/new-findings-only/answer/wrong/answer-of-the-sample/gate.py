import json
import sys

# As they were in the build that I was given.
NEW = [
    {"rule": "unsafe-yaml", "path": "tax/api.py", "snippet": "yaml.load(body, Loader=yaml.Loader)", "new": 1},
    {"rule": "hard-coded-secret", "path": "tax/views.py", "snippet": "API_KEY = \"live_…\"", "new": 1},
    {"rule": "path-from-user", "path": "tax/jobs.py", "snippet": "open(os.path.join(UPLOADS, name))", "new": 1},
    {"rule": "weak-hash", "path": "sellers/api.py", "snippet": "hashlib.md5(token.encode()).hexdigest()", "new": 1},
    {"rule": "hard-coded-secret", "path": "tax/jobs.py", "snippet": "API_KEY = \"live_…\"", "new": 1},
    {"rule": "hard-coded-secret", "path": "sellers/views.py", "snippet": "return redirect(request.args[\"next\"])", "new": 1},
]
json.dump({"findings": NEW, "errors": []}, sys.stdout)
sys.exit(1)
