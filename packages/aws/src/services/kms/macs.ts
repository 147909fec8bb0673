import { createHmac, timingSafeEqual } from "node:crypto";

import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { hashOf, keyFor } from "./algorithm.ts";
import { materialOf } from "./crypto/material.ts";
import { named, type Ctx } from "./find.ts";
import { keyNeed, stopDryRun } from "./needs.ts";
import type { KmsState } from "./state.ts";

const macs = (context: Ctx) => [
  keyNeed(context, named(context), { "kms:MacAlgorithm": context.input.text("MacAlgorithm") }),
];

export const macOperations = defineOperations<KmsState>()({
  GenerateMac: {
    readOnly: true,
    needs: macs,
    run: (context) => {
      const { key, algorithm, mac } = macOf(context);
      stopDryRun(context);
      return { Mac: mac, MacAlgorithm: algorithm, KeyId: key.arn };
    },
  },
  VerifyMac: {
    readOnly: true,
    needs: macs,
    run: (context) => {
      const { key, algorithm, mac } = macOf(context);
      const sent = context.input.bytes("Mac") ?? new Uint8Array();
      if (sent.length !== mac.length || !timingSafeEqual(sent, mac))
        throw refusal("KMSInvalidMacException", "");
      stopDryRun(context);
      return { KeyId: key.arn, MacValid: true, MacAlgorithm: algorithm };
    },
  },
});

function macOf(context: Ctx) {
  const { key, algorithm } = keyFor(context, "MacAlgorithm");
  const message = context.input.bytes("Message") ?? new Uint8Array();
  const secret = materialOf(context.world, {
    id: key.id,
    number: 0,
    length: Number(key.spec.slice(-3)) / 8,
  });
  const mac = new Uint8Array(createHmac(hashOf(algorithm), secret).update(message).digest());
  return { key, algorithm, mac };
}
