"""botocore's loader with the services that are in the box, shared by everything in this interpreter."""

import json
import os
from functools import cache

import botocore
from botocore.loaders import Loader

DATA = os.path.join(os.path.dirname(botocore.__file__), "data")


@cache
def other_services():
    """AWS's other services: the CLI's customisations look for their names, and nothing else of them is here."""
    with open(os.path.join(os.path.dirname(os.path.dirname(botocore.__file__)), "other-services.json")) as file:
        return frozenset(json.load(file))


class NamesLoader(Loader):
    """Knows every service by name, for the CLI's table of commands."""

    def list_available_services(self, type_name):
        """All names, sorted."""
        return sorted({*super().list_available_services(type_name), *other_services()})

    def load_service_model(self, service_name, type_name, api_version=None):
        """Of the others a model without operations."""
        if service_name in other_services():
            return {"metadata": {"serviceId": service_name}, "operations": {}, "shapes": {}}
        return super().load_service_model(service_name, type_name, api_version)


@cache
def shared():
    """Parsed models are kept: the next script or client finds them."""
    return Loader()


@cache
def for_cli():
    """As `shared`, with the names of the others, and the CLI's own data."""
    loader = NamesLoader()
    loader.search_paths.append(os.path.join(os.path.dirname(os.path.dirname(botocore.__file__)), "awscli", "data"))
    loader._cache = shared()._cache
    return loader


def services():
    """The services in the box, by the names of their models."""
    return sorted(name for name in os.listdir(DATA) if os.path.isdir(os.path.join(DATA, name)))
