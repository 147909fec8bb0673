import { rows, type FlagRow } from "./flag-row.ts";

const nounBefore =
  "a the this that what which any some each every another other one same new different first no our their of right wrong special particular certain";
const state = "state it";
const sure = "state it, or say what would settle it";
const drop = "leave it out";

/** Words that take a statement half back. The list is ours; doubt with a reason is not in it. */
export const hedgeRows: readonly FlagRow[] = [
  ...rows(state, "I guess | I suppose | I feel like | I would say | I'd say"),
  ...rows(state, "I think", { notBefore: "as about through like of ahead twice in aloud" }),
  ...rows(state, "I believe", { notBefore: "it in him her them" }),
  ...rows(state, "in my opinion | in my view | to my mind"),
  ...rows(
    sure,
    "I'm not sure | I am not sure | not really sure | not entirely sure | I don't know if",
  ),
  ...rows(sure, "as far as I know | as far as I remember | if I remember correctly | if I recall"),
  ...rows(sure, "maybe", { notBefore: "type monad value class" }),
  ...rows(
    sure,
    "perhaps | possibly | probably | presumably | apparently | supposedly | conceivably",
  ),
  ...rows(sure, "likely", {
    notAfter: "a the less more most how as equally least",
    notBefore: "to than",
  }),
  ...rows(drop, "kind of | sort of", { notAfter: nounBefore }),
  ...rows(
    drop,
    "kinda | sorta | somewhat | more or less | pretty much | or something | or whatever",
  ),
  ...rows(drop, "a bit", { notBefore: "of string flag mask field set", notAfter: "each per flip" }),
  ...rows(drop, "a little bit"),
  ...rows(drop, "basically | essentially | hopefully | to be honest | arguably"),
  ...rows(drop, "fairly | relatively | reasonably", { notAfter: "treated paid more less" }),
  ...rows(state, "should be fine | should be ok | should be okay | should work | should be enough"),
  ...rows(
    state,
    "it seems | it seemed | seems like | seems to | seemed to | it appears | appears to",
  ),
  ...rows(state, "might be | might have been | could be that | may or may not | it could be"),
  ...rows(state, "I tried to | we tried to"),
  ...rows(state, "in some way | in a sense"),
];
