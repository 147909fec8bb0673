"""What the lab asks of the host: programs, network, mail and cryptography are played there."""


class Refused(Exception):
    """The host has no such service, or did not understand."""


def call(service, request):
    """The reply of a service."""
    try:
        import lab_host
    except ImportError:
        raise Refused(f"there is no service {service!r} here") from None
    try:
        return lab_host.call(service, request)
    except lab_host.CallError as error:
        raise Refused(str(error)) from None


def reset():
    """A fresh world, where there is one."""
    try:
        call("world", {"reset": True})
    except Refused:
        pass
