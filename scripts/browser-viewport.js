// Files of browser tests share a page: each begins at the same size, whatever the one before has set.
import { page } from "vitest/browser";

await page.viewport(414, 896);
