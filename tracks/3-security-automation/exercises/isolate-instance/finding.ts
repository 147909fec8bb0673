import type { Plan } from "../exercise.ts";
import { account, region, role, type Incident } from "./plan.ts";

/** A good while before the script runs: credentials were renewed since. */
const updatedAt = "2026-06-15T08:35:10.412Z";

const types = {
  instance: "Backdoor:EC2/C&CActivity.B!DNS",
  session: "UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS",
};

/** As GetFindings answers it, less what no playbook reads. */
export function findingFile({ traits }: Plan, incident: Incident): string {
  const isSession = traits.includes("session") || traits.includes("gone");
  const finding = {
    SchemaVersion: "2.0",
    AccountId: account,
    Region: region,
    Partition: "aws",
    Id: incident.findingId,
    Arn: `arn:aws:guardduty:${region}:${account}:detector/12abc34d567e8fa901bc2d34e56789f0/finding/${incident.findingId}`,
    Type: isSession ? types.session : types.instance,
    Resource: isSession ? sessionOf(incident) : instanceOf(incident),
    Service: {
      ServiceName: "guardduty",
      DetectorId: "12abc34d567e8fa901bc2d34e56789f0",
      EventFirstSeen: "2026-06-15T07:58:02.000Z",
      EventLastSeen: "2026-06-15T08:31:44.000Z",
      Archived: false,
      Count: 6,
      ResourceRole: "TARGET",
    },
    Severity: 8,
    CreatedAt: "2026-06-15T08:05:31.907Z",
    UpdatedAt: updatedAt,
    Title: isSession
      ? "Credentials of an instance's role were used from outside of AWS."
      : "The instance asks for a name of a known command and control server.",
  };
  return JSON.stringify(finding, null, 1);
}

/** What GuardDuty knew then: the first interface, and the groups of that time. */
const instanceOf = ({ instance, interfaces, vpc, subnets, groups }: Incident) => ({
  ResourceType: "Instance",
  InstanceDetails: {
    InstanceId: instance,
    InstanceType: "m6i.large",
    InstanceState: "running",
    LaunchTime: "2026-03-02T05:12:40.000Z",
    NetworkInterfaces: [
      {
        NetworkInterfaceId: interfaces[0]!.id,
        SubnetId: subnets[0],
        VpcId: vpc,
        SecurityGroups: [{ GroupId: groups.web, GroupName: "web" }],
      },
    ],
  },
});

/** The session of an instance's role bears the instance's id as its name. */
const sessionOf = ({ instance }: Incident) => ({
  ResourceType: "AccessKey",
  AccessKeyDetails: {
    AccessKeyId: "ASIAQ2EXAMPLE4KEY567",
    PrincipalId: `AROAQ2EXAMPLE4ROLE567:${instance}`,
    UserType: "AssumedRole",
    UserName: role,
  },
});
