/** What code that runs in a world has: credentials, metadata services, its way to AWS, and functions' URLs. */
export { credentialsFor, type Runs } from "./credentials.ts";
export { metadata, type MetadataReply, type MetadataRequest } from "./metadata.ts";
export { containerCredentials, containerSecrets, type Container } from "./containers.ts";
export { curl, type Foothold, type Ran } from "./curl.ts";
export { originFrom, worldNetwork } from "./origin.ts";
export { callFunctionUrl } from "../services/lambda/function-url.ts";
