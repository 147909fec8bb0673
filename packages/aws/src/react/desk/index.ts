export { After } from "./after.tsx";
export { Desk } from "./desk.tsx";
export { Goals } from "./goals.tsx";
export { Surroundings } from "./surroundings.tsx";
export { Told } from "./told.tsx";
export { entriesOf } from "./session.ts";
export { useDesk } from "./use-desk.ts";
export { useSubmit } from "./use-submit.ts";
