import { z } from "zod";
import { protocols } from "@loopwright/aws/network";

const end = z.string().trim().min(3).max(80);
const ports = z.union([z.int().min(1).max(65_535), z.string().regex(/^\d{1,5}-\d{1,5}$/)]);

/** A connection that somebody opens, as the engine is asked for it. */
export const flowShape = {
  /** Id of an instance or interface, an address, or `internet`. */
  from: end,
  /** As `from`; also an endpoint, or a service: com.amazonaws.eu-west-1.s3. */
  to: end,
  protocol: z.enum(protocols).default("tcp"),
  port: z.int().min(0).max(65_535).optional(),
  /** Ports that the client sends from, where it is known to keep to fewer than 1024-65535. */
  clientPorts: ports.optional(),
  address: z.enum(["private", "public"]).optional(),
  family: z.union([z.literal(4), z.literal(6)]).optional(),
};
