import { readPolicy } from "@loopwright/aws/decision";
import { AppError, type Files, type MaterialProblem } from "@loopwright/core";

import type { PolicyBrief } from "./brief.ts";
import { put } from "./estate/ask.ts";
import type { Asked } from "./estate/asked.ts";
import { checkPlaces } from "./check-places.ts";
import type { Standing } from "./estate/standing.ts";
import type { PolicyKey } from "./key.ts";

type Material = { brief: PolicyBrief; text: string; files: Files; key: PolicyKey };

/** What schemas cannot see: that policies stand somewhere, and that key and brief speak of the same things. Pure. */
export function checkMaterial(material: Material): MaterialProblem[] {
  return [
    ...checkPlaces(material.brief),
    ...checkFiles(material),
    ...checkFixed(material),
    ...checkRequests(material),
    ...checkRequirements(material),
  ];
}

function checkFiles({ brief, files }: Material): MaterialProblem[] {
  const named = new Set(brief.documents.flatMap(({ file }) => file ?? []));
  const missing = [...named].filter((file) => !Object.hasOwn(files, file));
  const stray = Object.keys(files).filter((file) => !named.has(file));
  return [
    ...missing.map((file) => ({
      where: "brief.yaml documents",
      message: `${file} is not in files/`,
    })),
    ...stray.map((file) => ({
      where: `files/${file}`,
      message: "no document begins as this file",
    })),
  ];
}

/** What cannot be edited has to be right. */
function checkFixed({ brief }: Material): MaterialProblem[] {
  return brief.estate.policies.flatMap(({ policy, kind }, index) => {
    const { problems } = readPolicy(JSON.stringify(policy), kind);
    const [first] = problems ?? [];
    const where = `brief.yaml estate.policies.${index}`;
    return first ? [{ where, message: `${first.where} ${first.message}`.trim() }] : [];
  });
}

type Placed = { where: string; asked: Asked };

const requestsOf = ({ brief, key }: Material): Placed[] => [
  ...brief.requirements.flatMap(({ examples }, i) =>
    examples.map((asked, j) => ({ where: `brief.yaml requirements.${i}.examples.${j}`, asked })),
  ),
  ...key.rows.map((asked, i) => ({ where: `answer/key.yaml rows.${i}`, asked })),
];

function checkRequests(material: Material): MaterialProblem[] {
  const known = new Map<string, string>();
  return requestsOf(material).flatMap(({ where, asked }) => {
    const same = known.get(questionIn(asked));
    known.set(questionIn(asked), asked.id);
    return [
      ...unknownIn(material.brief, asked).map((message) => ({ where, message })),
      ...(same === undefined ? [] : [{ where, message: `it asks the same as “${same}”` }]),
    ];
  });
}

/** What makes two requests the same to the engine. */
function questionIn({ who, does, to, with: given, through, session }: Asked): string {
  const keys = Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([who, does.toLowerCase(), to, keys, through, session]);
}

function unknownIn({ estate, documents }: PolicyBrief, asked: Asked): string[] {
  const sessions = [...estate.policies, ...documents].filter(({ kind }) => kind === "session");
  const lost = (asked.session ?? []).filter((id) => !sessions.some((one) => one.id === id));
  if (lost.length > 0) return lost.map((id) => `“${id}” is no session policy`);
  const { through } = asked;
  if (through !== undefined && !estate.endpoints.some(({ id }) => id === through)) {
    return [`“${through}” is no endpoint`];
  }
  const standing: Standing = { estate, placed: [] };
  try {
    put(standing, { ...asked, session: undefined });
    return [];
  } catch (error) {
    if (error instanceof AppError) return [error.message];
    throw error;
  }
}

/** A requirement is lost by allowing everything and by denying everything, so it has rows of both. */
function checkRequirements({ brief, key }: Material): MaterialProblem[] {
  const ids = brief.requirements.map(({ id }) => id);
  const where = "answer/key.yaml";
  const lacking = ids.flatMap((id) =>
    (["allow", "deny"] as const)
      .filter((expect) => !key.rows.some((row) => row.of === id && row.expect === expect))
      .map((expect) => `requirement “${id}” has no row that expects ${expect}`),
  );
  const unexplained = ids.filter((id) => !Object.hasOwn(key.requirements, id));
  const strays = [...key.rows.map(({ of }) => of), ...Object.keys(key.requirements)];
  return [
    ...lacking.map((message) => ({ where: `${where} rows`, message })),
    ...unexplained.map((id) => ({
      where: `${where} requirements`,
      message: `“${id}” is not explained`,
    })),
    ...[...new Set(strays)]
      .filter((id) => !ids.includes(id))
      .map((id) => ({ where, message: `“${id}” is no requirement of brief.yaml` })),
  ];
}
