import { z } from "zod";

// The policy of the page allows no code made from text; where that is tried once, the browser reports it. First
// of all imports, since the rules are checked as they are loaded.
if ("document" in globalThis) z.config({ jitless: true });
