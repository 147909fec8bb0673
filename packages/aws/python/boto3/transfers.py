"""S3 files in one request each: `upload_file` and its like, which boto3 adds to the client."""

from botocore.exceptions import ClientError

from .exceptions import S3UploadFailedError


def add_to_client(class_attributes, **_):
    """For botocore's event creating-client-class.s3."""
    for function in (upload_file, upload_fileobj, download_file, download_fileobj):
        class_attributes[function.__name__] = function


def upload_file(self, Filename, Bucket, Key, ExtraArgs=None, Callback=None, Config=None):
    """Puts a file into a bucket. Raises S3UploadFailedError."""
    with open(Filename, "rb") as file:
        try:
            upload_fileobj(self, file, Bucket, Key, ExtraArgs, Callback)
        except ClientError as error:
            raise S3UploadFailedError(f"Failed to upload {Filename} to {Bucket}/{Key}: {error}") from error


def upload_fileobj(self, Fileobj, Bucket, Key, ExtraArgs=None, Callback=None, Config=None):
    """Puts what a file-like object holds into a bucket."""
    body = Fileobj.read()
    self.put_object(Bucket=Bucket, Key=Key, Body=body, **(ExtraArgs or {}))
    if Callback:
        Callback(len(body))


def download_file(self, Bucket, Key, Filename, ExtraArgs=None, Callback=None, Config=None):
    """Writes an object to a file; nothing is written where it cannot be had."""
    body = self.get_object(Bucket=Bucket, Key=Key, **(ExtraArgs or {}))["Body"].read()
    with open(Filename, "wb") as file:
        file.write(body)
    if Callback:
        Callback(len(body))


def download_fileobj(self, Bucket, Key, Fileobj, ExtraArgs=None, Callback=None, Config=None):
    """Writes an object to a file-like object."""
    body = self.get_object(Bucket=Bucket, Key=Key, **(ExtraArgs or {}))["Body"].read()
    Fileobj.write(body)
    if Callback:
        Callback(len(body))
