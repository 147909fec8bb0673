import { defineService } from "../../world/define.ts";
import { declareEc2 } from "./declare.ts";
import { ec2Declaration } from "./declaration.ts";
import { endpointReads } from "./describe/endpoints.ts";
import { gatewayReads } from "./describe/gateways.ts";
import { groupReads } from "./describe/groups.ts";
import { instanceReads } from "./describe/instances.ts";
import { pathReads } from "./describe/paths.ts";
import { placeReads } from "./describe/places.ts";
import { restReads } from "./describe/rest.ts";
import { storageReads } from "./describe/storage.ts";
import { templateReads } from "./describe/templates.ts";
import { associationOperations } from "./instances/associations.ts";
import { attributeOperations } from "./instances/attributes.ts";
import { lifeOperations } from "./instances/life.ts";
import { metadataOperations } from "./instances/metadata-options.ts";
import { runOperations } from "./instances/run.ts";
import { aclOperations } from "./network/acl-entries.ts";
import { aclSubnetOperations, tableOperations } from "./network/associations.ts";
import { endpointOperations } from "./network/endpoints.ts";
import { flowLogOperations } from "./network/flow-logs.ts";
import { interfaceOperations } from "./network/interfaces.ts";
import { routeOperations } from "./network/routes.ts";
import { ruleOperations } from "./security/change-rules.ts";
import { groupOperations } from "./security/groups.ts";
import { ec2Of, startEc2 } from "./state.ts";
import { imageOperations } from "./storage/images.ts";
import { settingOperations } from "./storage/settings.ts";
import { snapshotOperations } from "./storage/snapshots.ts";
import { tagOperations } from "./tagging.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Welcome.html */
export const ec2 = defineService({
  id: "ec2",
  prefix: "ec2",
  eventSource: "ec2.amazonaws.com",
  scope: "regional",
  denied: {
    code: "UnauthorizedOperation",
    status: 403,
    before: "You are not authorized to perform this operation. ",
  },
  start: startEc2,
  declaration: ec2Declaration,
  declare: declareEc2,
  operations: {
    ...placeReads,
    ...pathReads,
    ...groupReads,
    ...gatewayReads,
    ...endpointReads,
    ...instanceReads,
    ...storageReads,
    ...restReads,
    ...templateReads,
    ...metadataOperations,
    ...runOperations,
    ...lifeOperations,
    ...attributeOperations,
    ...associationOperations,
    ...groupOperations,
    ...ruleOperations,
    ...aclOperations,
    ...aclSubnetOperations,
    ...tableOperations,
    ...routeOperations,
    ...interfaceOperations,
    ...endpointOperations,
    ...flowLogOperations,
    ...snapshotOperations,
    ...imageOperations,
    ...settingOperations,
    ...tagOperations,
  },
  // Nothing of EC2 bears a policy but endpoints, whose policy stands between the caller and other services.
  atResource: ({ world, arn, owner }) => {
    const [, , , region = "", , rest = ""] = arn.split(":");
    const account = world.accounts.get(owner);
    const id = rest.slice(rest.indexOf("/") + 1);
    const tags = account && ec2Of(account, region).tags.get(id);
    return tags ? { policy: null, tags: Object.fromEntries(tags) } : null;
  },
});
