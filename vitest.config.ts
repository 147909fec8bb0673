import { playwright } from "@vitest/browser-playwright";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// @ts-expect-error plain JavaScript, shared with the set-up that runs before anything is installed
import { chromium } from "./scripts/tools.js";

const everywhere = ["packages/**", "tracks/**", "apps/**", "scripts/**"];

export default defineConfig({
  test: {
    projects: [
      "packages/store",
      {
        test: {
          name: "unit",
          include: everywhere.map((folder) => `${folder}/*.test.ts`),
          exclude: ["**/node_modules/**", "packages/store/**"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        // Found in the midst of a test, they would come with a second React.
        optimizeDeps: {
          include: ["@tanstack/react-query", "@tanstack/react-router", "recharts"],
        },
        test: {
          name: "browser",
          include: everywhere.map((folder) => `${folder}/*.test.tsx`),
          exclude: ["**/node_modules/**"],
          setupFiles: ["scripts/browser-viewport.js"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium() as string,
                args: [
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                ],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "journeys",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
