import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import type { Snapshot } from "../state.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import { sharingIn, sharingKeys } from "./snapshots.ts";

/** A snapshot of each volume of the instance, and an image that holds them. */
function create(context: Ctx): Record<string, unknown> {
  const { state, world, input, account } = context;
  const instance = found(state, "instance", required(context, "InstanceId"));
  const name = required(context, "Name");
  const other = [...state.images.values()].find((one) => one.name === name);
  if (other) {
    const message = `AMI name ${name} is already in use by AMI ${other.id}`;
    throw refusal("InvalidAMIName.Duplicate", message);
  }
  const id = resourceId(world, "ami");
  const snapshots = [...state.volumes.values()]
    .filter(({ attached }) => attached?.instance === instance.id)
    .map((volume): Snapshot => {
      const { size, encrypted, kmsKey } = volume;
      const description = `Created by CreateImage(${instance.id}) for ${id}`;
      const own = { id: resourceId(world, "snap"), volume: volume.id, startedMs: world.nowMs };
      return { ...own, size, encrypted, kmsKey, description, sharedWith: new Set() };
    });
  for (const one of snapshots) {
    state.snapshots.set(one.id, one);
    tagNew(context, "snapshot", one.id);
  }
  state.images.set(id, {
    id,
    name,
    description: input.optional("Description") ?? "",
    owner: account.id,
    createdMs: world.nowMs,
    snapshots: snapshots.map((one) => one.id),
    sharedWith: new Set(),
    imdsSupport: null,
  });
  tagNew(context, "image", id);
  return { ImageId: id };
}

export const imageOperations = ec2Operations({
  CreateImage: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["instance", required(context, "InstanceId")]),
      ...needsToCreate(context, "image", { "ec2:Owner": context.account.id }),
      // Snapshots are asked about where they get tags.
      ...needsToCreate(context, "snapshot").slice(1),
    ],
    run: create,
  },
  ModifyImageAttribute: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["image", required(context, "ImageId")], {
        context: sharingKeys(sharingIn(context.input, "LaunchPermission")),
      }),
    ],
    run: (context) => {
      const { state, input } = context;
      const id = required(context, "ImageId");
      const one = state.images.get(id);
      if (!one) throw refusal("AuthFailure", `Not authorized for image:${id}`, 403);
      const { add, remove } = sharingIn(input, "LaunchPermission");
      const sealed = one.snapshots.some((each) => state.snapshots.get(each)?.encrypted);
      if (sealed && add.includes("all"))
        throw refusal(
          "InvalidParameter",
          "Snapshots of the image are encrypted: it cannot be public.",
        );
      if (add.includes("all") && state.settings.imageSharing !== "unblocked") {
        // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
        const message =
          "Block public access for AMIs is enabled for this account: the image cannot be shared publicly.";
        throw refusal("OperationNotPermitted", message);
      }
      for (const who of add) one.sharedWith.add(who);
      for (const who of remove) one.sharedWith.delete(who);
      const description = input.inside("Description").optional("Value");
      if (description !== null) one.description = description;
    },
  },
});
