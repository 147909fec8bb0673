"""boto3's own exceptions. Those of requests are botocore's: botocore.exceptions.ClientError."""

from botocore.exceptions import ClientError

__all__ = ["Boto3Error", "ClientError", "ResourceNotExistsError", "S3UploadFailedError"]


class Boto3Error(Exception):
    """Base of the others."""


class S3UploadFailedError(Boto3Error):
    """A file did not reach its bucket."""


class ResourceNotExistsError(Boto3Error):
    """There is no resource for this service; `boto3.client` is there for each."""
