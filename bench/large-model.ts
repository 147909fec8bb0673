import { controls, model as modelShape, technologies, type Model } from "@loopwright/threat-model";

type Size = { elements: number; flows: number; zones: number; assets: number };

/**
 * Half of it well described: every stencil in turn, boundaries and data everywhere, and every second element
 * and flow with some controls, so that rules have to look closely.
 */
export function largeModel({ elements, flows, zones, assets }: Size): Model {
  const stencils = [...technologies.values()];
  const known = [...controls.keys()];
  const take = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
  const some = (index: number) =>
    index % 2 === 0 ? [] : [0, 1, 2, 3].map((step) => take(known, index * 7 + step * 13));
  const classes = ["public", "internal", "confidential", "restricted"] as const;
  const kinds = ["personal", "payment", "credentials", "content", "financial", "location"] as const;
  return modelShape.parse({
    format: 1,
    title: "A large system",
    zones: Array.from({ length: zones }, (_, index) => ({
      id: `zone-${index}`,
      name: `Zone ${index}`,
      trust: (index * 23) % 101,
      parent: index < 10 ? null : `zone-${index % 10}`,
    })),
    data: Array.from({ length: assets }, (_, index) => ({
      id: `data-${index}`,
      name: `Asset ${index}`,
      class: take(classes, index),
      kinds: [take(kinds, index), take(kinds, index * 5 + 1)],
    })),
    elements: Array.from({ length: elements }, (_, index) => {
      const { id, type } = take(stencils, index * 11);
      return {
        id: `element-${index}`,
        name: `Element ${index}`,
        type,
        technology: id,
        zone: `zone-${(index * 17) % zones}`,
        controls: some(index),
        data: index % 3 === 0 ? [`data-${index % assets}`] : [],
      };
    }),
    flows: Array.from({ length: flows }, (_, index) => ({
      id: `flow-${index}`,
      name: `Flow ${index}`,
      source: `element-${(index * 7) % elements}`,
      target: `element-${(index * 13 + 1) % elements}`,
      protocol: take(["", "https", "aws-api", "sql", "http", "amqp"], index),
      authentication: take(["unknown", "none", "session", "token", "sigv4", "mtls"], index * 5),
      encryption: take(["unknown", "tls", "none", "tls"], index),
      controls: some(index),
      data: index % 2 === 0 ? [`data-${(index * 3) % assets}`] : [],
      bidirectional: index % 4 === 0,
    })),
  });
}
