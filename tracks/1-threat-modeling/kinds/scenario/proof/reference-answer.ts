import type { AnswerFile, Json } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";

import type { NamedThreat, Reply } from "../material/answer.ts";
import { attackOf } from "../design/attack.ts";
import type { ScenarioBrief } from "../material/brief.ts";
import { readDrawing } from "../drawing/read.ts";
import type { KeyThreat } from "../material/threats.ts";
import type { ScenarioKey } from "../material/key.ts";
import { elementsOf } from "../design/roles.ts";

type Material = { brief: Pick<ScenarioBrief, "mode">; key: ScenarioKey };

/** The answer that follows from the key: its questions, its drawing, its threats, its samples. */
export function referenceAnswer({ brief, key }: Material): AnswerFile {
  const { model } = readDrawing(key.reference);
  const { clarify, rank, summary } = key;
  const threats = key.threats.map((one) => named(one, model, key));
  const replies = brief.mode === "design" ? attackOf(model).map(replyTo) : [];
  const stages: Record<string, Json> = {
    ...(clarify && { clarify: clarify.sample }),
    draw: { model: key.reference },
    threats: { threats, replies },
    ...(rank && { rank: rankOf(key, rank) }),
    ...(summary && { summary: { text: summary.sample } }),
  };
  return { stages, actions: clarify ? clarify.topics.map(({ ask }) => ({ ask })) : [] };
}

function named(one: KeyThreat, model: Model, { roles }: ScenarioKey): NamedThreat {
  const [place = ""] = one.at;
  const role = roles[place];
  const target = role ? (elementsOf(role, model)[0]?.id ?? place) : place;
  const stride = one.stride.slice(0, 1);
  const cwe = one.cwe[0] ?? null;
  return { id: one.id, title: one.title, text: one.say, targets: [target], stride, cwe };
}

const replyTo = ({ id, rule }: ReturnType<typeof attackOf>[number]): Reply => ({
  finding: id,
  response: "mitigate",
  text: rule.mitigations[0]?.text ?? "",
});

function rankOf({ threats }: ScenarioKey, { sample }: NonNullable<ScenarioKey["rank"]>): Json {
  const top = sample.top.map(({ threat, likelihood, impact, mitigations, why }) => {
    const known = threats.find(({ id }) => id === threat);
    const told = mitigations ?? known?.mitigations.map(({ text }) => text).join(" ") ?? "";
    return { threat, likelihood, impact, mitigations: told, why };
  });
  return { top, residual: sample.residual };
}
