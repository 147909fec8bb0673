import type {
  Api,
  ArchiveView,
  BackupView,
  DataView,
  DeletedView,
  ImportedView,
  SampleView,
  WorkStatus,
} from "@loopwright/server";
import { queryOptions } from "@tanstack/react-query";
import { hc } from "hono/client";

import { queryClient } from "./queries.ts";
import { answered, send } from "./request.ts";

const { data, sample } = hc<Api>("/api", { fetch: send });

/** What concerns all data at once. Each throws `ApiError` and nothing else. */
export const dataApi = {
  data: () => answered<DataView>(data.$get()),
  work: () => answered<WorkStatus>(data.work.$get()),
  backUp: () => answered<BackupView>(data.backups.$post()),
  deleteAll: (backup: boolean) =>
    answered<DeletedView>(data.$delete({ json: { confirm: "delete everything", backup } })),

  /** Where the browser saves everything from. */
  exportHref: "/api/archive",
  inspect: (file: File) => answered<ArchiveView>(sendFile("/api/archive/inspect", file)),
  importFile: ({ file, replace }: { file: File; replace: boolean }) =>
    answered<ImportedView>(sendFile(`/api/archive?replace=${replace}`, file)),

  sample: () => answered<SampleView>(sample.$get()),
  loadSample: () => answered<SampleView>(sample.$post()),
  leaveSample: () => answered<SampleView>(sample.$delete()),
};

/** The browser reads the file from disk as it sends it. */
const sendFile = (path: string, file: File): Promise<Response> =>
  send(path, { method: "POST", headers: { "content-type": "application/gzip" }, body: file });

const workEveryMs = 400;

export const dataQueries = {
  data: () => queryOptions({ queryKey: ["data"], queryFn: dataApi.data, staleTime: 0 }),
  sample: () => queryOptions({ queryKey: ["sample"], queryFn: dataApi.sample }),
  /** Asked again and again while something goes on here, or somewhere else. */
  work: (expected: boolean) =>
    queryOptions({
      queryKey: ["work"],
      queryFn: dataApi.work,
      staleTime: 0,
      refetchInterval: ({ state }) => (expected || state.data?.work ? workEveryMs : false),
    }),
};

/** Other data is shown from now on: nothing that was read before may be. */
export async function dataSwapped(): Promise<void> {
  queryClient.removeQueries({ type: "inactive" });
  await queryClient.invalidateQueries();
}
