import { onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";

import { queryClient } from "./queries.ts";

afterEach(() => onlineManager.setOnline(true));

it("asks and saves while the machine has no network: the server is on the same machine", () => {
  onlineManager.setOnline(false);
  const key = ["without a network"];
  void queryClient.fetchQuery({ queryKey: key, queryFn: async () => "answered" });
  const mutation = queryClient
    .getMutationCache()
    .build(queryClient, queryClient.defaultMutationOptions({ mutationFn: async () => "saved" }));
  void mutation.execute(undefined);

  expect(queryClient.getQueryState(key)?.fetchStatus).toBe("fetching");
  expect(mutation.state.isPaused).toBe(false);
});
