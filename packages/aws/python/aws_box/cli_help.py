"""Short help, made of the models: AWS's own pages are not part of the image."""

from botocore import xform_name
from botocore.model import ServiceModel

from . import models

_pages = "https://docs.aws.amazon.com/cli/v1/reference"


def help_text(command):
    """What can follow: services, the operations of one, or the options of an operation."""
    if not command:
        return _lines("Services", [*models.services(), "s3api"], f"{_pages}/")
    model = _model(command[0])
    if model is None:
        return f"{_pages}/{'/'.join(command)}"
    names = {xform_name(name, "-"): name for name in model.operation_names}
    if len(command) == 1 or command[1] not in names:
        return _lines("Operations", sorted(names), f"{_pages}/{command[0]}/")
    shape = model.operation_model(names[command[1]]).input_shape
    required = shape.required_members if shape else []
    shown = [_option(name, member, name in required) for name, member in (shape.members if shape else {}).items()]
    page = f"{_pages}/{command[0]}/{command[1]}.html"
    return "\n".join([f"aws {' '.join(command[:2])}", *(f"  {line}" for line in shown), "", page])


def _model(name):
    service = {"s3api": "s3", "s3": None}.get(name, name)
    if service not in models.services():
        return None
    return ServiceModel(models.shared().load_service_model(service, "service-2"), service)


def _option(name, member, required):
    return f"--{xform_name(name, '-')} <{member.type_name}>{' (required)' if required else ''}"


def _lines(title, names, page):
    return "\n".join([f"{title}:", *(f"  {name}" for name in names), "", page])
