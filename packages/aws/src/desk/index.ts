/** A terminal and files in an account, for kinds with live work. For the host. */
export { deskAction, type DeskAction } from "./action.ts";
export { leftDesk, stepAtDesk, wasChanged, type Desks } from "./desks.ts";
