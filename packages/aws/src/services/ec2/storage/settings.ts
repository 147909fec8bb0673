import { refusal } from "../../../world/refusal.ts";
import { ec2Operations, required } from "../operations.ts";

const states = new Set(["block-all-sharing", "block-new-sharing"]);

/** What an account says once for a region: encryption of new volumes, and sharing of snapshots. */
export const settingOperations = ec2Operations({
  GetEbsEncryptionByDefault: {
    readOnly: true,
    run: ({ state }) => ({
      EbsEncryptionByDefault: state.settings.ebsEncryption,
      SseType: "sse-ebs",
    }),
  },
  EnableEbsEncryptionByDefault: {
    readOnly: false,
    run: ({ state }) => {
      state.settings.ebsEncryption = true;
      return { EbsEncryptionByDefault: true };
    },
  },
  DisableEbsEncryptionByDefault: {
    readOnly: false,
    run: ({ state }) => {
      state.settings.ebsEncryption = false;
      return { EbsEncryptionByDefault: false };
    },
  },
  GetSnapshotBlockPublicAccessState: {
    readOnly: true,
    run: ({ state }) => ({ State: state.settings.snapshotSharing, ManagedBy: "account" }),
  },
  EnableSnapshotBlockPublicAccess: {
    readOnly: false,
    run: (context) => {
      const given = required(context, "State");
      if (!states.has(given))
        throw refusal("InvalidParameterValue", `Value (${given}) for parameter State is invalid.`);
      context.state.settings.snapshotSharing = given;
      return { State: given };
    },
  },
});
