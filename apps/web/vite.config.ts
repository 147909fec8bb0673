import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The server replaces this in index.html with a fresh nonce on every response. */
const cspNonce = "__CSP_NONCE__";

/** The oldest browsers with light-dark(), which is left as written. */
const browsers = ["chrome123", "edge123", "firefox125", "safari17.5"];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce },
  resolve: {
    alias: {
      // The build for browsers reads “&amp;” through innerHTML, which the page's Trusted Types refuse.
      "decode-named-character-reference": fileURLToPath(
        import.meta.resolve("decode-named-character-reference"),
      ),
    },
  },
  build: {
    target: browsers,
    cssTarget: browsers,
    // A data: address in a style would need a wider policy for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npx vite apps/web` beside `npm start`: pages from here, everything else from the server.
  server: { port: 4601, proxy: { "/api": "http://127.0.0.1:4600" } },
});
