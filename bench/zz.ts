import {decideRequests} from "./policy.ts"; console.log((await decideRequests()).map(x=>x.value));
