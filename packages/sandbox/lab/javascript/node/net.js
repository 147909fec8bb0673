import { isIPv4, isIPv6 } from "./url/address.js";
import { BlockList } from "./net/block-list.js";

export { BlockList, isIPv4, isIPv6 };

/** 4, 6, or 0 where the text is no address in its usual form. */
export const isIP = (text) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0);

export default { BlockList, isIP, isIPv4, isIPv6 };
