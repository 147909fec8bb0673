import json
import logging
import sys
import time
from datetime import datetime, timezone

import boto3
from botocore.exceptions import BotoCoreError, ClientError

logging.basicConfig(stream=sys.stderr, level=logging.WARNING)


def patient(call, **arguments):
    """Asks again while EC2 has too much to do, for a minute and a half."""
    waited = 0
    while True:
        try:
            return call(**arguments)
        except ClientError as error:
            busy = error.response["Error"]["Code"] in ("RequestLimitExceeded", "Throttling")
            if not busy or waited > 90:
                raise
            time.sleep(5)
            waited += 5


class Playbook:
    def __init__(self, finding):
        self.finding = finding
        self.incident = finding["Id"]
        self.ec2 = boto3.client("ec2", region_name=finding["Region"])
        self.iam = boto3.client("iam")
        self.report = {"findings": [], "errors": []}

    def holds(self, step, resource):
        self.report["findings"].append({"step": step, "resource": resource})

    def failed(self, resource, error):
        logging.warning("%s: %s", resource, error)
        self.report["errors"].append({"resource": resource, "error": str(error)})

    def gaps(self, instance):
        """What is missing: pairs of a step and what does it."""
        me = instance["InstanceId"]
        mark = [{"Key": "incident", "Value": self.incident}]
        if mark[0] not in instance.get("Tags", []):
            yield "tagged", me, lambda: patient(self.ec2.create_tags, Resources=[me], Tags=mark)
        else:
            yield "tagged", me, None
        yield "protected", me, self.protection(me)
        group = Lazy(lambda: self.group(instance["VpcId"]))
        for interface in instance["NetworkInterfaces"]:
            yield "interface", interface["NetworkInterfaceId"], lambda: self.move(interface, group())
        snapshots = patient(self.ec2.describe_snapshots, OwnerIds=["self"])["Snapshots"]
        marks = mark + [{"Key": "instance", "Value": me}]
        have = {
            one["VolumeId"]
            for one in snapshots
            if all(tag in one.get("Tags", []) for tag in marks)
        }
        for disk in instance["BlockDeviceMappings"]:
            volume = disk["Ebs"]["VolumeId"]
            yield "snapshot", volume, None if volume in have else lambda: patient(
                self.ec2.create_snapshot,
                VolumeId=volume,
                TagSpecifications=[{"ResourceType": "snapshot", "Tags": marks}],
            )

    def protection(self, me):
        asked = {"InstanceId": me, "Attribute": "disableApiTermination"}
        is_on = patient(self.ec2.describe_instance_attribute, **asked)["DisableApiTermination"]
        if is_on.get("Value"):
            return None
        return lambda: patient(
            self.ec2.modify_instance_attribute,
            InstanceId=me,
            DisableApiTermination={"Value": True},
        )

    def group(self, vpc):
        everything = patient(self.ec2.describe_security_groups)["SecurityGroups"]
        own = [g for g in everything if g["VpcId"] == vpc and g["GroupName"] == "quarantine"]
        if own:
            name = own[0]["GroupId"]
        else:
            name = patient(
                self.ec2.create_security_group,
                GroupName="quarantine",
                Description="nothing in, nothing out",
                VpcId=vpc,
            )["GroupId"]
        [now] = patient(self.ec2.describe_security_groups, GroupIds=[name])["SecurityGroups"]
        for member, revoke in (
            ("IpPermissions", self.ec2.revoke_security_group_ingress),
            ("IpPermissionsEgress", self.ec2.revoke_security_group_egress),
        ):
            for rule in now[member]:
                patient(revoke, GroupId=name, IpPermissions=[rule])
        return name

    def move(self, interface, group):
        me = interface["NetworkInterfaceId"]
        before = sorted(one["GroupId"] for one in interface["Groups"])
        if before != [group]:
            tag = {"Key": "previous-groups", "Value": " ".join(before)}
            patient(self.ec2.create_tags, Resources=[me], Tags=[tag])
            patient(self.ec2.modify_network_interface_attribute, NetworkInterfaceId=me, Groups=[group])

    def role_in(self, instance):
        arn = instance.get("IamInstanceProfile", {}).get("Arn")
        if arn is None:
            return None
        found = self.iam.get_instance_profile(InstanceProfileName=arn.rsplit("/", 1)[1])
        return next((role["RoleName"] for role in found["InstanceProfile"]["Roles"]), None)

    def revoke(self, role):
        name = "AWSRevokeOlderSessions"
        updated = moment(self.finding["UpdatedAt"])
        if name in patient(self.iam.list_role_policies, RoleName=role)["PolicyNames"]:
            old = patient(self.iam.get_role_policy, RoleName=role, PolicyName=name)
            text = json.dumps(old["PolicyDocument"])
            if moment(text.split('"aws:TokenIssueTime": "')[1].split('"')[0]) >= updated:
                return
        condition = {"DateLessThan": {"aws:TokenIssueTime": datetime.now(timezone.utc).isoformat()}}
        deny = {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": condition}
        policy = json.dumps({"Version": "2012-10-17", "Statement": deny})
        patient(self.iam.put_role_policy, RoleName=role, PolicyName=name, PolicyDocument=policy)

    def do(self, step, resource, work):
        try:
            if work:
                work()
            self.holds(step, resource)
        except (ClientError, BotoCoreError) as error:
            self.failed(resource, error)

    def run(self):
        about = self.finding["Resource"]
        key = about.get("AccessKeyDetails")
        is_key = about["ResourceType"] == "AccessKey"
        me = key["PrincipalId"].partition(":")[2] if is_key else about["InstanceDetails"]["InstanceId"]
        role = key["UserName"] if is_key else None
        every = patient(self.ec2.describe_instances, Filters=[{"Name": "instance-id", "Values": [me]}])
        found = [one for each in every["Reservations"] for one in each["Instances"]]
        if not found or found[0]["State"]["Name"] == "terminated":
            self.failed(me, "there is no such instance any more")
            if role:
                self.do("sessions", role, lambda: self.revoke(role))
            return 4
        [instance] = found
        if any(tag["Key"] == "do-not-isolate" for tag in instance.get("Tags", [])):
            self.holds("refused", me)
            return 3
        for gap in self.gaps(instance):
            self.do(*gap)
        role = role or self.role_in(instance)
        if role:
            self.do("sessions", role, lambda: self.revoke(role))
        return 2 if self.report["errors"] else 0


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


class Lazy:
    """Found out once, when it is needed first."""

    def __init__(self, make):
        self.make, self.value = make, None

    def __call__(self):
        self.value = self.value or self.make()
        return self.value


playbook = Playbook(json.load(open(sys.argv[1])))
status = playbook.run()
json.dump(playbook.report, sys.stdout)
sys.exit(status)
