"""Isolates the instance of a GuardDuty finding: each step looks first, and does what is missing."""

import json
import sys
from datetime import datetime, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

PATIENT = Config(retries={"mode": "standard", "max_attempts": 12})
QUARANTINE = "quarantine"
REVOCATION = "AWSRevokeOlderSessions"

with open(sys.argv[1], encoding="utf-8") as file:
    finding = json.load(file)
ec2 = boto3.client("ec2", region_name=finding["Region"], config=PATIENT)
iam = boto3.client("iam", config=PATIENT)
done, errors = [], []


def attempt(step, resource, work):
    try:
        work()
        done.append({"step": step, "resource": resource})
    except ClientError as error:
        errors.append({"resource": resource, "error": error.response["Error"]["Code"]})


def target():
    resource = finding["Resource"]
    if resource["ResourceType"] == "Instance":
        return resource["InstanceDetails"]["InstanceId"], None
    key = resource["AccessKeyDetails"]
    return key["PrincipalId"].split(":")[-1], key["UserName"]


def look_up(instance_id):
    try:
        answer = ec2.describe_instances(InstanceIds=[instance_id])
    except ClientError as error:
        if error.response["Error"]["Code"].startswith("InvalidInstanceID"):
            return None
        raise
    instance = answer["Reservations"][0]["Instances"][0]
    return None if instance["State"]["Name"] in ("terminated", "shutting-down") else instance


def tags_of(thing, member="Tags"):
    return {tag["Key"]: tag["Value"] for tag in thing.get(member, [])}


def tag_instance(instance):
    if tags_of(instance).get("incident") != finding["Id"]:
        ec2.create_tags(
            Resources=[instance["InstanceId"]], Tags=[{"Key": "incident", "Value": finding["Id"]}]
        )


def protect(instance_id):
    held = ec2.describe_instance_attribute(InstanceId=instance_id, Attribute="disableApiTermination")
    if not held["DisableApiTermination"]["Value"]:
        ec2.modify_instance_attribute(InstanceId=instance_id, DisableApiTermination={"Value": True})


def quarantine_group(vpc):
    wanted = [{"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": [QUARANTINE]}]
    groups = ec2.describe_security_groups(Filters=wanted)["SecurityGroups"]
    if not groups:
        made = ec2.create_security_group(
            GroupName=QUARANTINE, Description="Isolated instances, no rules", VpcId=vpc
        )
        groups = ec2.describe_security_groups(GroupIds=[made["GroupId"]])["SecurityGroups"]
    [group] = groups
    if group["IpPermissions"]:
        ec2.revoke_security_group_ingress(
            GroupId=group["GroupId"], IpPermissions=group["IpPermissions"]
        )
    if group["IpPermissionsEgress"]:
        ec2.revoke_security_group_egress(
            GroupId=group["GroupId"], IpPermissions=group["IpPermissionsEgress"]
        )
    return group["GroupId"]


def isolate(interface, group):
    held = [one["GroupId"] for one in interface["Groups"]]
    if held == [group]:
        return
    interface_id = interface["NetworkInterfaceId"]
    # First what it takes to undo it.
    ec2.create_tags(
        Resources=[interface_id], Tags=[{"Key": "previous-groups", "Value": " ".join(held)}]
    )
    ec2.modify_network_interface_attribute(NetworkInterfaceId=interface_id, Groups=[group])


def isolate_all(instance):
    wanted = [{"Name": "attachment.instance-id", "Values": [instance["InstanceId"]]}]
    interfaces = ec2.describe_network_interfaces(Filters=wanted)["NetworkInterfaces"]
    try:
        group = quarantine_group(instance["VpcId"])
    except ClientError as error:
        code = error.response["Error"]["Code"]
        errors.extend({"resource": one["NetworkInterfaceId"], "error": code} for one in interfaces)
        return
    for one in interfaces:
        attempt("interface", one["NetworkInterfaceId"], lambda: isolate(one, group))


def snapshot(volume, instance_id):
    tags = {"incident": finding["Id"], "instance": instance_id}
    wanted = [{"Name": f"tag:{key}", "Values": [value]} for key, value in tags.items()]
    wanted.append({"Name": "volume-id", "Values": [volume]})
    if ec2.describe_snapshots(OwnerIds=["self"], Filters=wanted)["Snapshots"]:
        return
    listed = [{"Key": key, "Value": value} for key, value in tags.items()]
    ec2.create_snapshot(
        VolumeId=volume,
        Description=f"Evidence of {finding['Id']}",
        TagSpecifications=[{"ResourceType": "snapshot", "Tags": listed}],
    )


def parsed(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def is_revoked(role):
    try:
        document = iam.get_role_policy(RoleName=role, PolicyName=REVOCATION)["PolicyDocument"]
    except iam.exceptions.NoSuchEntityException:
        return False
    statements = document["Statement"]
    first = statements[0] if isinstance(statements, list) else statements
    cut = first["Condition"]["DateLessThan"]["aws:TokenIssueTime"]
    return parsed(cut) >= parsed(finding["UpdatedAt"])


def end_sessions(role):
    if is_revoked(role):
        return
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    statement = {
        "Effect": "Deny",
        "Action": ["*"],
        "Resource": ["*"],
        "Condition": {"DateLessThan": {"aws:TokenIssueTime": now}},
    }
    document = {"Version": "2012-10-17", "Statement": [statement]}
    iam.put_role_policy(
        RoleName=role, PolicyName=REVOCATION, PolicyDocument=json.dumps(document)
    )


def role_of(instance):
    profile = instance.get("IamInstanceProfile")
    if not profile:
        return None
    name = profile["Arn"].split("/")[-1]
    roles = iam.get_instance_profile(InstanceProfileName=name)["InstanceProfile"]["Roles"]
    return roles[0]["RoleName"] if roles else None


def main():
    instance_id, role = target()
    instance = look_up(instance_id)
    if instance is None:
        errors.append({"resource": instance_id, "error": "it is gone"})
        if role:
            attempt("sessions", role, lambda: end_sessions(role))
        return 4
    if "do-not-isolate" in tags_of(instance):
        done.append({"step": "refused", "resource": instance_id})
        return 3
    isolate_all(instance)
    role = role or role_of(instance)
    if role:
        attempt("sessions", role, lambda: end_sessions(role))
    attempt("tagged", instance_id, lambda: tag_instance(instance))
    attempt("protected", instance_id, lambda: protect(instance_id))
    for device in instance["BlockDeviceMappings"]:
        volume = device["Ebs"]["VolumeId"]
        attempt("snapshot", volume, lambda: snapshot(volume, instance_id))
    return 2 if errors else 0


code = main()
print(json.dumps({"findings": done, "errors": errors}, indent=2))
sys.exit(code)
