import type { Question } from "@loopwright/aws/network";

/** A flow without what it is called. */
export const questionOf = (flow: Question): Question => {
  const { from, to, protocol, port, clientPorts, address, family } = flow;
  return {
    from,
    to,
    ...(protocol && { protocol }),
    ...(port !== undefined && { port }),
    ...(clientPorts !== undefined && { clientPorts }),
    ...(address && { address }),
    ...(family && { family }),
  };
};

/** "i-web to i-db, tcp 5432". */
export function flowWords({
  from,
  to,
  protocol = "tcp",
  port,
  address,
  clientPorts,
}: Question): string {
  const by = address === "public" ? " by its public address" : "";
  const at = port === undefined ? "" : ` ${port}`;
  const sent = clientPorts === undefined ? "" : ` from ports ${clientPorts}`;
  return `${from} to ${to}${by}, ${protocol}${at}${sent}`;
}
