import "@loopwright/ui/base.css";
import "./fonts.css";
import "./print.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { queryClient } from "./api/queries.ts";
import { router } from "./router.tsx";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element with the id “root”.");

createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
