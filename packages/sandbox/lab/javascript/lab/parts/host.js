// The one way out of the interpreter, under a name that the lab's own modules share.
export { call, entropy } from "lab_host";
