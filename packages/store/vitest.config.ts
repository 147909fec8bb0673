import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "store",
    root: import.meta.dirname,
    include: ["src/**/*.test.ts"],
    globalSetup: ["./test/global-setup.ts"],
    // A first open of the embedded database takes seconds on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
