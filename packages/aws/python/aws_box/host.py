"""The account on the host."""

SERVICE = "aws"


def call(request):
    """One request to the account, as JSON. Raises ConnectionError where there is none, or where it refused."""
    import lab_host

    try:
        answer = lab_host.call(SERVICE, request)
    except (lab_host.CallError, OSError) as error:
        raise ConnectionError(str(error)) from None
    if "error" in answer:
        raise ConnectionError(answer["error"])
    return answer
