import { readFileSync } from "node:fs";

import type { ServiceId } from "./call.ts";
import { linkShapes, type RawShape } from "./link.ts";
import type { Member, Shape } from "./shape.ts";

export type Protocol = "query" | "ec2" | "json" | "rest-json" | "rest-xml";

type Metadata = {
  apiVersion: string;
  endpointPrefix: string;
  protocol: Protocol;
  serviceId: string;
  signingName?: string;
  targetPrefix?: string;
  xmlNamespace?: string;
};

/** Where a REST operation is found, and what its requests must carry besides. */
export type Route = {
  method?: string;
  uri?: string;
  needs?: { in: "querystring" | "header"; name: string }[];
  deprecated?: boolean;
};

type RawReference = {
  shape: string;
  locationName?: string;
  xmlNamespace?: { uri: string };
  resultWrapper?: string;
};
type RawOperation = Route & {
  status?: number;
  input?: RawReference;
  output?: RawReference;
};
type RawModel = {
  metadata: Metadata;
  operations: Record<string, RawOperation>;
  others: Record<string, Route>;
  shapes: Record<string, RawShape>;
};

export type Operation = Route & {
  name: string;
  /** The status of success; 200 where the model names none. */
  status: number;
  input: Shape | null;
  output: Shape | null;
  resultWrapper?: string;
};

export type Model = {
  service: ServiceId;
  metadata: Metadata;
  /** What can be read and answered. */
  operations: ReadonlyMap<string, Operation>;
  /** What AWS has besides, by name and route only. */
  others: ReadonlyMap<string, Route>;
  /** Shapes of errors by the code that stands on the wire. */
  errors: ReadonlyMap<string, Shape>;
};

const models = new Map<ServiceId, Model>();

/** The service's model, parsed at its first use. */
export function modelOf(service: ServiceId): Model {
  const known = models.get(service);
  if (known) return known;
  const file = new URL(`../../models/${service}.json`, import.meta.url);
  const model = link(service, JSON.parse(readFileSync(file, "utf8")) as RawModel);
  models.set(service, model);
  return model;
}

function link(service: ServiceId, raw: RawModel): Model {
  const shapes = linkShapes(raw.shapes);
  const find = (reference?: RawReference) => (reference && shapes.get(reference.shape)) ?? null;
  const operations = Object.entries(raw.operations).map(([name, one]) => {
    const { input, output, status = 200, ...route } = one;
    const linked = { name, status, ...route, input: find(input), output: find(output) };
    return [name, { ...linked, resultWrapper: output?.resultWrapper }] as const;
  });
  const errors = [...shapes.values()].filter(({ exception }) => exception);
  return {
    service,
    metadata: raw.metadata,
    operations: new Map(operations),
    others: new Map(Object.entries(raw.others)),
    errors: new Map(errors.map((shape) => [shape.error?.code ?? shape.name, shape])),
  };
}

/** The names of all operations that AWS has in the service. */
export function operationsOf(service: ServiceId): string[] {
  const { operations, others } = modelOf(service);
  return [...operations.keys(), ...others.keys()].toSorted();
}

/** The member that is the whole body, where there is one. */
export const payloadOf = (shape: Shape | null): Member | null =>
  shape?.members.find(({ name }) => name === shape.payload) ?? null;
