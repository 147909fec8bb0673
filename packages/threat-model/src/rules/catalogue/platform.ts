import { rules as agents } from "./agents.ts";
import { rules as awsAccounts } from "./aws-accounts.ts";
import { rules as awsCompute } from "./aws-compute.ts";
import { rules as awsData } from "./aws-data.ts";
import { rules as awsDetection } from "./aws-detection.ts";
import { rules as awsIdentity } from "./aws-identity.ts";
import { rules as awsMessaging } from "./aws-messaging.ts";
import { rules as awsNetwork } from "./aws-network.ts";
import { rules as awsStorage } from "./aws-storage.ts";
import { rules as containers } from "./containers.ts";
import { rules as delivery } from "./delivery.ts";
import { rules as firmware } from "./firmware.ts";
import { rules as iot } from "./iot.ts";
import { rules as mobile } from "./mobile.ts";
import { rules as models } from "./models.ts";
import { rules as queues } from "./queues.ts";
import { rules as release } from "./release.ts";
import { rules as training } from "./training.ts";

/** The rules that speak of what a system is built from. */
export const platform = [
  awsIdentity,
  awsAccounts,
  awsNetwork,
  awsStorage,
  awsCompute,
  awsData,
  awsMessaging,
  awsDetection,
  containers,
  queues,
  delivery,
  release,
  mobile,
  iot,
  firmware,
  models,
  agents,
  training,
];
