"""Sessions, as boto3.session.Session has them, over botocore's."""

import botocore.session
from aws_box import in_sandbox
from botocore.client import Config

from . import resources, transfers


class Session:
    """Credentials and region, from arguments, the environment or a profile, and the clients made with them."""

    def __init__(
        self,
        aws_access_key_id=None,
        aws_secret_access_key=None,
        aws_session_token=None,
        region_name=None,
        botocore_session=None,
        profile_name=None,
        aws_account_id=None,
    ):
        self._session = botocore_session or botocore.session.get_session()
        if self._session.user_agent_name == "Botocore":
            self._session.user_agent_name = "Boto3"
        if profile_name is not None:
            self._session.set_config_variable("profile", profile_name)
        if aws_access_key_id or aws_secret_access_key or aws_session_token:
            self._session.set_credentials(
                aws_access_key_id, aws_secret_access_key, aws_session_token, account_id=aws_account_id
            )
        if region_name is not None:
            self._session.set_config_variable("region", region_name)
        if in_sandbox:
            from aws_box import models

            self._session.register_component("data_loader", models.shared())
        self._session.register("creating-client-class.s3", transfers.add_to_client)

    def __repr__(self):
        return f"Session(region_name={self.region_name!r})"

    @property
    def profile_name(self):
        """The profile in use."""
        return self._session.profile or "default"

    @property
    def region_name(self):
        """The region in use, or None."""
        return self._session.get_config_variable("region")

    @property
    def events(self):
        """botocore's event emitter."""
        return self._session.get_component("event_emitter")

    @property
    def available_profiles(self):
        """Profiles of the configuration files."""
        return self._session.available_profiles

    def get_credentials(self):
        """botocore's credentials, or None."""
        return self._session.get_credentials()

    def get_available_services(self):
        """Services that a client can be made for."""
        return self._session.get_available_services()

    def get_available_regions(self, service_name, partition_name="aws", allow_non_regional=False):
        """Regions of a service."""
        return self._session.get_available_regions(service_name, partition_name, allow_non_regional)

    def client(
        self,
        service_name,
        region_name=None,
        api_version=None,
        use_ssl=True,
        verify=None,
        endpoint_url=None,
        aws_access_key_id=None,
        aws_secret_access_key=None,
        aws_session_token=None,
        config=None,
        aws_account_id=None,
    ):
        """botocore's client of a service."""
        return self._session.create_client(
            service_name,
            region_name=region_name,
            api_version=api_version,
            use_ssl=use_ssl,
            verify=verify,
            endpoint_url=endpoint_url,
            aws_access_key_id=aws_access_key_id,
            aws_secret_access_key=aws_secret_access_key,
            aws_session_token=aws_session_token,
            aws_account_id=aws_account_id,
            config=config,
        )

    def resource(self, service_name, **options):
        """A resource of S3 or IAM, in part; of no other service."""
        return resources.resource_of(service_name, self.client(service_name, **_as_resource(options)))


def _as_resource(options):
    config = Config(user_agent_extra="Resource")
    given = options.get("config")
    return {**options, "config": given.merge(config) if given else config}
