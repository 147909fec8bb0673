// The web framework: Express's shape, without sockets.
export { App, Router } from "./web/router.js";
export { HttpError } from "./web/errors.js";
