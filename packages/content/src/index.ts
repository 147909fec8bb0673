export * from "./curriculum.ts";
export { loadKind, type LoadedKind } from "./kinds.ts";
export { loadDrill, loadMeta, type LoadedDrill } from "./load-drill.ts";
export { publicDrill } from "./public-drill.ts";
export { folderLimits } from "./read-folder.ts";
export * from "./search.ts";
export { openingOf, readingMinutesOf } from "./search-text.ts";
