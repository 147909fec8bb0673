export type { AttemptCursor, AttemptPage, AttemptQuery } from "./attempts/list.ts";
export type { AttemptOutline } from "./attempts/outline.ts";
export type { CardState } from "./cards.ts";
export type { DocumentContent, NewDocument } from "./documents/documents.ts";
export type { DocumentListing, DocumentQuery, DocumentVersion } from "./documents/history.ts";
export type { Learner } from "./learners.ts";
export { readLock } from "./lock/folder-lock.ts";
export type { LockHolder } from "./lock/holder.ts";
export { openStore, type Store, type StoreOptions } from "./store.ts";
