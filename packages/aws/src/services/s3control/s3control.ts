import { z } from "zod";

import { defineOperations, defineService, type Context, type Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { sentBlock } from "../s3/block.ts";
import { s3Of, type S3State } from "../s3/state.ts";

type Ctx = Context<object>;

/** The account's own Block Public Access needs actions of its own, on no resource. */
const needs =
  (action: string) =>
  (context: Ctx): Need[] => {
    ownAccount(context);
    return [{ action, resource: "*" }];
  };

/** An account speaks for itself alone. */
function ownAccount({ world, account, input }: Ctx): S3State {
  if (input.text("AccountId") === account.id) return s3Of(world, account.id)!;
  throw refusal("AccessDenied", "Access Denied", 403);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_AWS_S3_Control.html */
const blockOperations = defineOperations<object>()({
  GetPublicAccessBlock: {
    readOnly: true,
    eventName: "GetAccountPublicAccessBlock",
    needs: needs("s3:GetAccountPublicAccessBlock"),
    run: (context) => {
      const { block } = ownAccount(context);
      if (block) return { PublicAccessBlockConfiguration: block };
      throw refusal(
        "NoSuchPublicAccessBlockConfiguration",
        "The public access block configuration was not found",
        404,
      );
    },
  },
  PutPublicAccessBlock: {
    readOnly: false,
    eventName: "PutAccountPublicAccessBlock",
    needs: needs("s3:PutAccountPublicAccessBlock"),
    run: (context) => {
      const sent = context.input.inside("PublicAccessBlockConfiguration");
      ownAccount(context).block = sentBlock(sent);
    },
  },
  DeletePublicAccessBlock: {
    readOnly: false,
    eventName: "DeleteAccountPublicAccessBlock",
    needs: needs("s3:PutAccountPublicAccessBlock"),
    run: (context) => {
      ownAccount(context).block = null;
    },
  },
});

/** What S3 says of a whole account. Its state is that of S3, and it is declared there. */
export const s3control = defineService({
  id: "s3control",
  prefix: "s3",
  eventSource: "s3.amazonaws.com",
  scope: "global",
  denied: { code: "AccessDenied", status: 403 },
  start: () => ({}),
  declaration: z.strictObject({}),
  declare: () => {},
  operations: blockOperations,
});
