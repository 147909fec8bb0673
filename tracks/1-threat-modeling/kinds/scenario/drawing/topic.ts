import { technologies, type Model } from "@loopwright/threat-model";

import type { ScenarioBrief } from "../material/brief.ts";
import { isBlank, readDrawing } from "./read.ts";
import type { ScenarioKey } from "../material/key.ts";
import { isWeak, wordsOf } from "./names.ts";

/** A drawing with fewer words of its own than this tells nothing of what it is about. */
const wordsMin = 8;
/**
 * Share of those words that brief and key must know: drawings of other systems have less. Who designs may
 * call more things by names of their own.
 */
const knownShare = { model: 0.4, design: 0.25, update: 0 } as const;

/** What everybody calls parts and flows of any system. */
const common = new Set(
  wordsOf(
    [
      ...[...technologies.values()].flatMap(({ title, aliases }) => [title, ...aliases]),
      "read write send sent get put ask use keep kept open call request reply answer fetch look show view list",
      "load return give take make set update log record save query message text sign check job name new own",
      "customer user person people account phone internet network outside inside public private zone",
      "object item event file token post poll publish subscribe receive deliver forward invoke run deploy upload",
      "download sync stream notify verify validate authenticate authorize sign login session request response",
      "corp corporate office staff employee partner third party vendor product production admin operator",
      "in out all one each up down at it its what who",
    ].join(" "),
  ),
);

type Material = { brief: Pick<ScenarioBrief, "mode">; key: ScenarioKey; text: string };

/**
 * Why a drawing is not looked at part by part; null in the usual case. Customers, an API and a bucket stand in
 * every system, so parts alone do not tell what it is of: the words on them do.
 */
export function whyRefused(model: Model, { brief, key, text }: Material): string | null {
  if (isBlank(model)) return "Nothing was drawn.";
  const words = wordsIn(model).filter((one) => !isWeak(one) && !common.has(one));
  if (words.length < wordsMin) return null;
  const roles = Object.values(key.roles).flatMap(({ names }) => names);
  const synonyms = Object.values(key.synonyms).flat();
  const told = [text, ...roles, ...synonyms].join(" ");
  const known = new Set([...wordsOf(told), ...wordsIn(readDrawing(key.reference).model)]);
  const share = words.filter((one) => known.has(one)).length / words.length;
  return share >= knownShare[brief.mode] ? null : "The drawing is of another system.";
}

const wordsIn = ({ elements, flows, zones, data }: Model): string[] =>
  wordsOf([...elements, ...flows, ...zones, ...data].map(({ name }) => name).join(" "));
