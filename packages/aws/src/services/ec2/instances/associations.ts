import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { writtenAssociation } from "../describe/instances.ts";
import { found } from "../kinds.ts";
import { needOn, passRole } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import type { Ec2Instance } from "../state.ts";
import { profileIn } from "./profiles.ts";

function profileAsked(context: Ctx): string {
  const profile = profileIn(context, context.input.inside("IamInstanceProfile"));
  if (profile) return profile.arn;
  throw refusal("MissingParameter", "The request must contain the parameter IamInstanceProfile");
}

const holder = ({ state, input }: Ctx): Ec2Instance | null => {
  const id = input.optional("AssociationId");
  return [...state.instances.values()].find(({ profile }) => profile?.id === id) ?? null;
};

function existing(context: Ctx): Ec2Instance {
  const one = holder(context);
  if (one) return one;
  const message = `An invalid association-id of '${required(context, "AssociationId")}' was given`;
  throw refusal("InvalidAssociationID.NotFound", message);
}

/** What the metadata service has handed out before stays good; from now on it hands out something else. */
function give(context: Ctx, one: Ec2Instance): Record<string, unknown> {
  const { world } = context;
  const profile = profileAsked(context);
  one.profile = { id: resourceId(world, "iip-assoc"), profile, atMs: world.nowMs };
  return { IamInstanceProfileAssociation: writtenAssociation(one, context, "associating") };
}

const replaced = (context: Ctx) => ({
  context: { "ec2:NewInstanceProfile": profileAsked(context) },
});

export const associationOperations = ec2Operations({
  AssociateIamInstanceProfile: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["instance", required(context, "InstanceId")], replaced(context)),
      passRole(context, profileAsked(context)),
    ],
    run: (context) => {
      const one = found(context.state, "instance", required(context, "InstanceId"));
      if (one.profile) {
        const message = `There is an existing association for instance ${one.id}`;
        throw refusal("IncorrectState", message);
      }
      return give(context, one);
    },
  },
  ReplaceIamInstanceProfileAssociation: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["instance", holder(context)?.id ?? "*"], replaced(context)),
      passRole(context, profileAsked(context)),
    ],
    run: (context) => give(context, existing(context)),
  },
  DisassociateIamInstanceProfile: {
    readOnly: false,
    needs: (context) => [needOn(context, ["instance", holder(context)?.id ?? "*"])],
    run: (context) => {
      const one = existing(context);
      const IamInstanceProfileAssociation = writtenAssociation(one, context, "disassociating");
      one.profile = null;
      return { IamInstanceProfileAssociation };
    },
  },
});
