"""What makes botocore, the façade of boto3 and the AWS CLI at home in the sandbox.

There, requests go to the host through the sandbox's one call, time is the account's own, and nothing starts a
thread. Outside of the sandbox none of that is touched: requests go to AWS_ENDPOINT_URL.
"""

import sys

in_sandbox = sys.platform == "emscripten"

if in_sandbox:
    from . import absent, clock, threads

    # Before botocore, which takes functions of these when it is imported.
    absent.install()
    clock.install()
    threads.install()

    from . import clients, transport

    clients.install()
    transport.install()
