"""The one way out of the sandbox: a synchronous call to a service on the host.

    from lab_host import call
    rows = call("sql", {"query": "select 1"})

A service is what the drill provides; there may be none.
"""

import json
import os


class CallError(Exception):
    """The host refused the call: unknown service, failed service, request too large."""


def call(service, request=None):
    """Send a JSON value to a service and return its JSON reply. Raises CallError."""
    body = json.dumps({"service": service, "request": request}).encode()
    device = os.open("/dev/lab_host", os.O_RDWR)
    try:
        os.write(device, body)
        reply = json.loads(b"".join(iter(lambda: os.read(device, 65536), b"")))
    finally:
        os.close(device)
    if "error" in reply:
        raise CallError(reply["error"])
    return reply["value"]
