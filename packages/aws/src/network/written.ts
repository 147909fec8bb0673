import { rangeOf } from "../conditions/ip.ts";
import { spanOf } from "./compile/spans.ts";

/** Whether a text is an address range as rules write it: IPv4 or IPv6, with its prefix. */
export const isCidr = (text: string): boolean => text.includes("/") && rangeOf(text) !== null;

/** Whether a text is a port, or a range of them. */
export const isPorts = (text: string): boolean => spanOf(text) !== null;
