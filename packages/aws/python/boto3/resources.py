"""The resources of S3 and IAM that scripts use most. Whatever is missing says which client call to use."""

from .exceptions import ResourceNotExistsError


def resource_of(service, client):
    """The resource of a service. Raises ResourceNotExistsError where there is none."""
    if service in _roots:
        return _roots[service](client)
    raise ResourceNotExistsError(f"boto3.resource is not there for {service}: use boto3.client({service!r}).")


class _Base:
    """Knows its client, which boto3 keeps at `meta.client`."""

    def __init__(self, client, *names):
        self.meta = type("Meta", (), {"client": client})
        self._client, self._names = client, names

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        service = self._client.meta.service_model.service_name
        raise NotImplementedError(f"{type(self).__name__}.{name} is not there: use boto3.client({service!r}).")

    def __repr__(self):
        return f"{self._client.meta.service_model.service_name}.{type(self).__name__}{self._names!r}"

    def __eq__(self, other):
        return type(self) is type(other) and self._names == other._names

    def __hash__(self):
        return hash((type(self), self._names))


class _All:
    """A collection: `all`, `filter`, `limit`, and to be walked through."""

    def __init__(self, make):
        self._make = make

    def __iter__(self):
        return iter(self._make())

    def all(self):
        """Every one."""
        return self

    def filter(self, **options):
        """With further parameters of the request."""
        return _All(lambda: self._make(**options))

    def limit(self, count):
        """The first ones."""
        return _All(lambda **options: (one for one, _ in zip(self._make(**options), range(count))))


def _pages(client, operation, field, **options):
    for page in client.get_paginator(operation).paginate(**options):
        yield from page.get(field, ())


class S3(_Base):
    """boto3.resource("s3")"""

    @property
    def buckets(self):
        return _All(lambda: [Bucket(self._client, one["Name"]) for one in self._client.list_buckets()["Buckets"]])

    def Bucket(self, name):
        return Bucket(self._client, name)

    def Object(self, bucket_name, key):
        return Object(self._client, bucket_name, key)

    def create_bucket(self, **options):
        self._client.create_bucket(**options)
        return Bucket(self._client, options["Bucket"])


class Bucket(_Base):
    """A bucket by its name."""

    @property
    def name(self):
        return self._names[0]

    @property
    def objects(self):
        def listed(**options):
            found = _pages(self._client, "list_objects_v2", "Contents", Bucket=self.name, **options)
            return (Object(self._client, self.name, one["Key"], one) for one in found)

        return _All(listed)

    def Object(self, key):
        return Object(self._client, self.name, key)

    def put_object(self, **options):
        self._client.put_object(Bucket=self.name, **options)
        return self.Object(options["Key"])

    def delete(self, **options):
        return self._client.delete_bucket(Bucket=self.name, **options)

    def upload_file(self, Filename, Key, ExtraArgs=None, Callback=None, Config=None):
        self._client.upload_file(Filename, self.name, Key, ExtraArgs, Callback, Config)

    def download_file(self, Key, Filename, ExtraArgs=None, Callback=None, Config=None):
        self._client.download_file(self.name, Key, Filename, ExtraArgs, Callback, Config)


class Object(_Base):
    """An object by bucket and key; what a listing said of it is kept."""

    def __init__(self, client, bucket, key, summary=None):
        super().__init__(client, bucket, key)
        self._summary = summary or {}

    @property
    def bucket_name(self):
        return self._names[0]

    @property
    def key(self):
        return self._names[1]

    @property
    def size(self):
        return self._summary["Size"] if self._summary else self._client.head_object(**self._where())["ContentLength"]

    @property
    def last_modified(self):
        found = self._summary or self._client.head_object(**self._where())
        return found["LastModified"]

    def get(self, **options):
        return self._client.get_object(**self._where(), **options)

    def put(self, **options):
        return self._client.put_object(**self._where(), **options)

    def delete(self, **options):
        return self._client.delete_object(**self._where(), **options)

    def _where(self):
        return {"Bucket": self.bucket_name, "Key": self.key}


class IAM(_Base):
    """boto3.resource("iam")"""

    @property
    def users(self):
        return self._listed("list_users", "Users", "UserName", User)

    @property
    def roles(self):
        return self._listed("list_roles", "Roles", "RoleName", Role)

    def User(self, name):
        return User(self._client, name)

    def Role(self, name):
        return Role(self._client, name)

    def _listed(self, operation, field, name, kind):
        return _All(
            lambda **options: (
                kind(self._client, one[name], one) for one in _pages(self._client, operation, field, **options)
            )
        )


class _Identity(_Base):
    """A user or a role: its fields are asked for when they are first needed."""

    _word = ""

    def __init__(self, client, name, said=None):
        super().__init__(client, name)
        self._said = said

    @property
    def name(self):
        return self._names[0]

    def load(self):
        self._said = self._ask(f"get_{self._word.lower()}")[self._word]

    @property
    def arn(self):
        return self._field("Arn")

    @property
    def create_date(self):
        return self._field("CreateDate")

    @property
    def attached_policies(self):
        def listed():
            found = _pages(self._client, f"list_attached_{self._word.lower()}_policies", "AttachedPolicies", **self._key())
            return (Policy(self._client, one["PolicyArn"]) for one in found)

        return _All(listed)

    def _field(self, name):
        if self._said is None:
            self.load()
        return self._said[name]

    def _key(self):
        return {f"{self._word}Name": self.name}

    def _ask(self, operation, **options):
        return getattr(self._client, operation)(**self._key(), **options)


class User(_Identity):
    """A user by name."""

    _word = "User"

    def delete(self):
        return self._ask("delete_user")

    def attach_policy(self, PolicyArn):
        return self._ask("attach_user_policy", PolicyArn=PolicyArn)

    def detach_policy(self, PolicyArn):
        return self._ask("detach_user_policy", PolicyArn=PolicyArn)


class Role(_Identity):
    """A role by name."""

    _word = "Role"

    @property
    def assume_role_policy_document(self):
        return self._field("AssumeRolePolicyDocument")

    def attach_policy(self, PolicyArn):
        return self._ask("attach_role_policy", PolicyArn=PolicyArn)

    def detach_policy(self, PolicyArn):
        return self._ask("detach_role_policy", PolicyArn=PolicyArn)


class Policy(_Base):
    """A managed policy by its ARN."""

    @property
    def arn(self):
        return self._names[0]


_roots = {"s3": S3, "iam": IAM}
