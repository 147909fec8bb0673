import type { Model, Route } from "./model.ts";

/** A REST request, taken apart. Header names are in lower case. */
export type RestRequest = {
  method: string;
  path: string;
  query: readonly [string, string][];
  headers: Readonly<Record<string, string>>;
};

type Segment = { text: string } | { label: string; greedy: boolean };

type Compiled = {
  name: string;
  segments: Segment[];
  /** What the query must hold for this route: "?acl", "?list-type=2". */
  constants: [string, string][];
  literals: number;
  route: Route;
};

export type Routed =
  | { operation: string; labels: ReadonlyMap<string, string> }
  | { missing: string }
  | null;

const compiled = new WeakMap<Model, ReadonlyMap<string, Compiled[]>>();

function compile(name: string, route: Route): Compiled {
  const [path = "", query = ""] = (route.uri ?? "").split("?");
  const segments = split(path).map((part): Segment => {
    const label = /^\{([^}+]+)(\+?)\}$/.exec(part);
    return label ? { label: label[1] ?? "", greedy: label[2] === "+" } : { text: part };
  });
  const constants = query
    .split("&")
    .filter((part) => part !== "")
    .map((part): [string, string] => {
      const [name = "", value = ""] = part.split("=");
      return [name, value];
    });
  const literals = segments.filter((segment) => "text" in segment).length;
  return { name, segments, constants, literals, route };
}

/** Those of one method, compiled at the first request. */
function routesOf(model: Model, method: string): Compiled[] {
  const known = compiled.get(model);
  if (known) return known.get(method) ?? [];
  const byMethod = new Map<string, Compiled[]>();
  for (const [name, route] of [...model.operations, ...model.others]) {
    const { method = "" } = route;
    byMethod.set(method, [...(byMethod.get(method) ?? []), compile(name, route)]);
  }
  compiled.set(model, byMethod);
  return byMethod.get(method) ?? [];
}

/** Without the slash at the end, which some clients write and others do not. A key of S3 keeps its own. */
function split(path: string): string[] {
  const parts = path.split("/").slice(1);
  const isKey = parts.length > 2;
  if (parts.at(-1) === "" && !isKey) parts.pop();
  return parts;
}

/**
 * Finds the operation that a REST request means. Several may share method and path, so what counts is,
 * in this order: constants of the query, literal parts of the path, required query and header members.
 */
export function routeOf(model: Model, request: RestRequest): Routed {
  const parts = split(request.path);
  const isS3 = model.service === "s3";
  if (!isS3 && parts.at(-1) === "") parts.pop();
  const query = new Map(request.query);
  const fitting = routesOf(model, request.method).flatMap((one) => {
    if (
      one.constants.some(
        ([name, value]) => !query.has(name) || (value && query.get(name) !== value),
      )
    )
      return [];
    const labels = matchPath(one.segments, parts);
    return labels ? [{ ...one, labels }] : [];
  });
  const most = (of: (one: Compiled) => number) => Math.max(...fitting.map(of));
  const constants = most((one) => one.constants.length);
  const closest = fitting.filter((one) => one.constants.length === constants);
  const literals = Math.max(...closest.map((one) => one.literals));
  const [first, ...rest] = closest.filter((one) => one.literals === literals);
  if (!first) return null;
  return pickByNeeds([first, ...rest], query, request);
}

type Fitting = Compiled & { labels: Map<string, string> };

function pickByNeeds(
  fitting: [Fitting, ...Fitting[]],
  query: ReadonlyMap<string, string>,
  { headers }: RestRequest,
): Routed {
  const lacks = ({ route }: Compiled) =>
    route.needs?.find((need) =>
      need.in === "header"
        ? !Object.hasOwn(headers, need.name.toLowerCase())
        : !query.has(need.name),
    );
  const rank = ({ route }: Compiled) => (route.needs?.length ?? 0) - (route.deprecated ? 0.5 : 0);
  const [best] = fitting
    .filter((one) => !lacks(one))
    .toSorted((one, other) => rank(other) - rank(one) || (one.name < other.name ? -1 : 1));
  if (best) return { operation: best.name, labels: best.labels };
  return { missing: lacks(fitting[0])?.name ?? "" };
}

function matchPath(segments: Segment[], parts: string[]): Map<string, string> | null {
  const labels = new Map<string, string>();
  const extra = parts.length - segments.length;
  if (extra < 0) return null;
  let at = 0;
  for (const segment of segments) {
    const greedy = "label" in segment && segment.greedy;
    const end = at + 1 + (greedy ? extra : 0);
    const text = parts.slice(at, end).join("/");
    at = end;
    if ("text" in segment ? segment.text !== text : text === "") return null;
    if ("label" in segment) labels.set(segment.label, text);
  }
  return at === parts.length ? labels : null;
}
