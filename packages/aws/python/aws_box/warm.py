"""Imported into the memory snapshot: what a first command or script would wait for."""

import os

# As learner code will find them; the session made here reads no file.
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")

import awscli.customizations.s3.s3  # noqa: E402, F401
import boto3  # noqa: E402

from . import cli, driver  # noqa: E402, F401
from .capture import Streams, standing_in  # noqa: E402

for _service in ("sts", "iam", "s3"):
    boto3.client(_service, "us-east-1", aws_access_key_id="none", aws_secret_access_key="none")
boto3.DEFAULT_SESSION = None
with standing_in(Streams()):
    cli.aws(["sts", "get-caller-identity", "help"])
