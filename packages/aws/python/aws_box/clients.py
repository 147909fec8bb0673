"""Clients of one service share its model and the functions of its operations.

botocore makes both anew for each client, which for EC2 takes longer than the requests of a Region. Neither knows
anything of the client: Region, credentials and configuration stand in the client's own fields.
"""

from functools import cache

from botocore.client import ClientCreator
from botocore.model import ServiceModel

from . import models

_load, _functions = ClientCreator._load_service_model, ClientCreator._create_methods


@cache
def _model(service_name, api_version):
    read = models.shared().load_service_model(service_name, "service-2", api_version=api_version)
    return ServiceModel(read, service_name=service_name)


def _load_service_model(creator, service_name, api_version=None):
    # Whoever brings a loader of their own gets what that one reads.
    if creator._loader is not models.shared():
        return _load(creator, service_name, api_version)
    return _model(service_name, api_version)


def _create_methods(creator, model):
    if not hasattr(model, "kept_functions"):
        model.kept_functions = _functions(creator, model)
    # A copy: handlers of “creating-client-class” add to it.
    return dict(model.kept_functions)


def install():
    """Leads botocore's maker of clients here."""
    ClientCreator._load_service_model = _load_service_model
    ClientCreator._create_methods = _create_methods
