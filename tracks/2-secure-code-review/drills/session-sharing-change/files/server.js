import { App } from "lab/web";

import { api } from "./api.js";
import { consolePages } from "./console.js";
import { devices } from "./devices.js";
import { partnerAccess } from "./partners.js";
import { signIn, signOut } from "./session.js";

export const app = new App("seller");

app.post("/login", signIn);
app.post("/logout", signOut);
app.use("/api", partnerAccess, api);
app.use("/console", consolePages);
app.use("/devices", devices);
