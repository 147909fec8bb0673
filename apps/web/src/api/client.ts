import type { CardText, Conditions, Contest, Json, Rating, Timing } from "@loopwright/core";
import type { Profile } from "@loopwright/core/learner";
import type {
  ActionView,
  Api,
  AttemptsView,
  AttemptView,
  CardFilter,
  CardsView,
  DrillView,
  GuideView,
  ImportView,
  LabView,
  ListingsView,
  LanguageModelInput,
  LibraryView,
  ModelListView,
  ModelTestView,
  PlacementView,
  PlanView,
  ProfileView,
  ReadinessView,
  QueueView,
  ReviewView,
  RunView,
  SearchGroup,
  SearchView,
  Settings,
  SettingsView,
  TodayView,
  TracksView,
} from "@loopwright/server";
import type { DocumentListing, DocumentsPort, KeptDocument } from "@loopwright/ui";
import { hc } from "hono/client";

import { whileRunning } from "../runs/while-running.ts";
import { answered, send } from "./request.ts";

export type Beat = { timing: Timing; paused: boolean };
export type NewContest = Pick<Contest, "criterion" | "stage" | "claim" | "note">;
type Filter = { drill?: string; before?: string; beforeId?: string };
type DraftBody = { stage: string; draft: Json; revision: number };

const {
  attempts,
  cards,
  documents,
  drills,
  lab,
  library,
  model,
  placement,
  plan,
  profile,
  readiness,
  reviews,
  search,
  settings,
  today,
  tracks,
} = hc<Api>("/api", { fetch: send });
const work = attempts[":id"];
const of = (id: string) => ({ param: { id } });

/** Every request of the web app, one function for each route. Each throws `ApiError` and nothing else. */
export const api = {
  today: () => answered<TodayView>(today.$get()),
  moreToday: () => answered<TodayView>(today.more.$post()),
  readiness: () => answered<ReadinessView>(readiness.$get()),
  tracks: () => answered<TracksView>(tracks.$get()),
  guide: (id: string, slug: string) =>
    answered<GuideView>(tracks[":id"].guides[":slug"].$get({ param: { id, slug } })),
  library: () => answered<LibraryView>(library.$get()),
  search: (q: string, kind: SearchGroup | undefined, signal: AbortSignal) =>
    answered<SearchView>(
      search.$get({ query: { q, ...(kind && { kind }) } }, { init: { signal } }),
    ),
  lab: (language: string) => answered<LabView>(lab[":language"].$get({ param: { language } })),
  drill: (id: string) => answered<DrillView>(drills[":id"].$get(of(id))),
  listings: (kind: string) => answered<ListingsView>(drills.$get({ query: { kind } })),
  settings: () => answered<SettingsView>(settings.$get()),
  saveSettings: (json: Settings & { languageModel?: LanguageModelInput }) =>
    answered<SettingsView>(settings.$put({ json })),
  plan: () => answered<PlanView>(plan.$get()),
  profile: () => answered<ProfileView>(profile.$get()),
  saveProfile: (json: Profile) => answered<ProfileView>(profile.$put({ json })),
  beginPlacement: () => answered<PlacementView>(placement.$post()),
  declinePlacement: () => answered<object>(placement.$delete()),
  models: () => answered<ModelListView>(model.models.$get()),
  testModel: () => answered<ModelTestView>(model.test.$post()),

  reviews: () => answered<QueueView>(reviews.$get()),
  review: (json: { id: string; cardId: string; rating: Rating; tookMs: number | null }) =>
    answered<ReviewView>(reviews.$post({ json })),
  undoReview: (id: string) => answered<QueueView>(reviews.undo.$post({ json: { id } })),
  cards: (q: string, show: CardFilter, from: number) =>
    answered<CardsView>(cards.$get({ query: { q, show, from: String(from) } })),
  addCard: (json: CardText) => answered<{ id: string }>(cards.$post({ json })),
  importCards: (text: string) => answered<ImportView>(cards.import.$post({ json: { text } })),
  suspendCard: (id: string, suspended: boolean) =>
    answered<QueueView>(cards[":id"].suspended.$put({ ...of(id), json: { suspended } })),
  removeCard: (id: string) => answered<object>(cards[":id"].$delete(of(id))),

  attempts: (query: Filter) => answered<AttemptsView>(attempts.$get({ query })),
  start: (drillId: string, conditions: Conditions) =>
    answered<AttemptView>(attempts.$post({ json: { drillId, conditions } })),
  attempt: (id: string) => answered<AttemptView>(work.$get(of(id))),
  remove: (id: string) => answered<object>(work.$delete(of(id))),

  saveDraft: (id: string, json: DraftBody) =>
    answered<{ revision: number }>(work.draft.$put({ ...of(id), json }, leaving(json))),
  submit: (id: string, stage: string, answer: Json) =>
    whileRunning(
      id,
      answered<AttemptView>(work.submit.$post({ ...of(id), json: { stage, answer } })),
    ),
  skip: (id: string, stage: string) =>
    answered<AttemptView>(work.skip.$post({ ...of(id), json: { stage } })),
  run: (id: string, stage: string, answer: Json) =>
    whileRunning(id, answered<RunView>(work.run.$post({ ...of(id), json: { stage, answer } }))),
  giveUp: (id: string) => answered<AttemptView>(work["give-up"].$post(of(id))),
  hint: (id: string, task: number) =>
    answered<AttemptView>(work.hints.$post({ ...of(id), json: { task } })),
  contest: (id: string, json: NewContest) =>
    answered<AttemptView>(work.contests.$post({ ...of(id), json })),
  actions: (id: string) => answered<ActionView[]>(work.actions.$get(of(id))),
  act: (id: string, json: { seq: number; body: Json }) =>
    whileRunning(id, answered<ActionView>(work.actions.$post({ ...of(id), json }))),
  beat: (id: string) => answered<Beat>(work.beat.$post(of(id))),
  pause: (id: string) => answered<Beat>(work.pause.$post(of(id))),
  resume: (id: string) => answered<AttemptView>(work.resume.$post(of(id))),
};

const kept = documents[":id"];

/** What pages keep for the learner. */
export const keptDocuments: DocumentsPort = {
  list: (type) => answered<DocumentListing[]>(documents.$get({ query: { type } })),
  create: (type, content) =>
    answered<KeptDocument>(documents.$post({ json: { type, ...content } })),
  get: (id) => answered<KeptDocument>(kept.$get(of(id))),
  save: (id, json) => answered<KeptDocument>(kept.$put({ ...of(id), json }, leaving(json))),
  history: (id) => answered(kept.history.$get(of(id))),
  version: (id, version) =>
    answered(kept.versions[":version"].$get({ param: { id, version: String(version) } })),
  remove: (id) => answered<object>(kept.$delete(of(id))),
  restore: (id) => answered<object>(kept.restore.$post(of(id))),
};

/** Browsers let a small request outlive its page: the last words before it closes are kept. */
const leaving = (body: unknown) => ({
  init: { keepalive: JSON.stringify(body).length < keepaliveCharsMax },
});

const keepaliveCharsMax = 30_000;
