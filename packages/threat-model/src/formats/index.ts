export type { Notice, Written } from "./common/notice.ts";
export { readThreatComposer } from "./threat-composer/read.ts";
export { toThreatComposer } from "./threat-composer/write.ts";
