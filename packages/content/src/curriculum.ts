import { stat } from "node:fs/promises";
import { join, relative } from "node:path";

import {
  AppError,
  page as pageSchema,
  toAppError,
  track as trackSchema,
  type DocumentType,
  type DrillMeta,
  type Json,
  type Page,
  type Track,
} from "@loopwright/core";

import { loadCards, type LoadedCards } from "./cards.ts";
import { loadGuides, readGuide, type Guide } from "./guides.ts";
import { foldersIn, importFile, loadKind, type LoadedKind } from "./kinds.ts";
import { listingReader } from "./listing.ts";
import { loadDrill, loadMeta, type LoadedDrill } from "./load-drill.ts";
import { listFolder } from "./read-folder.ts";

export type DrillEntry = { meta: DrillMeta; trackId: string; folder: string };
/** A folder that could not be read. The rest of the curriculum goes on without it. */
export type Problem = { where: string; message: string };

export type Curriculum = {
  tracks: (Track & { pages: Page[]; guides: Guide[] })[];
  kinds: Map<string, LoadedKind>;
  /** In the order of tracks, then level, then title. */
  drills: Map<string, DrillEntry>;
  cards: LoadedCards;
  /** Types of documents, by id. */
  documents: Map<string, DocumentType>;
  problems: Problem[];
  /** Reads a drill, or answers from memory while its files are unchanged. Throws `not-found`, `invalid-drill`. */
  drill: (id: string) => Promise<LoadedDrill>;
  /** A guide's text, as it stands in its file now. Throws `not-found`. */
  guide: (trackId: string, slug: string) => Promise<Guide & { text: string }>;
  /** What its kind shows of a drill in lists; see listing.ts. Throws as `drill` does. */
  listing: (id: string) => Promise<Json>;
};

type Options = {
  /** A folder of a person's own drills, beside those of the curriculum. */
  ownDrills?: string | undefined;
};

/** Discovers tracks, kinds, pages, cards and drills below `root` (the folder `tracks`). */
export async function loadCurriculum(
  root: string,
  { ownDrills }: Options = {},
): Promise<Curriculum> {
  const problems: Problem[] = [];
  const note = (cause: unknown, fallback: string): void => {
    const { message, where } = toAppError(cause);
    problems.push({ where: relative(root, where ?? fallback) || fallback, message });
  };
  const names = (await foldersIn(root)).filter((name) => /^[1-9]-/.test(name));
  const tracks: Curriculum["tracks"] = [];
  const kinds = new Map<string, LoadedKind>();
  const documents = new Map<string, DocumentType>();
  const entries: DrillEntry[] = [];
  for (const name of names) {
    const folder = join(root, name);
    try {
      const guides = await loadGuides(folder, note);
      tracks.push({ ...(await loadTrack(folder, name)), guides });
      for (const kind of await loadKinds(folder, name)) kinds.set(kind.module.kind.id, kind);
      for (const type of await loadDocuments(folder)) documents.set(type.id, type);
    } catch (cause) {
      note(cause, folder);
      continue;
    }
    entries.push(...(await loadEntries(join(folder, "drills"), name, note)));
  }
  if (ownDrills !== undefined) entries.push(...(await loadOwn(ownDrills, kinds, note)));
  const drills = index(entries, kinds, note);
  const cards = await loadCards(
    names.map((name) => join(root, name, "cards")),
    note,
  );
  const drill = reader(drills, kinds);
  const listing = listingsOf(drills, kinds);
  const guide = guideReader(root, tracks);
  return { tracks, kinds, drills, cards, documents, problems, drill, guide, listing };
}

async function loadTrack(folder: string, name: string) {
  const file = join(folder, "track.ts");
  const parsed = trackSchema.safeParse((await importFile(file))["track"]);
  if (!parsed.success || parsed.data.id !== name) {
    const issue = parsed.error?.issues[0];
    throw new AppError("invalid-curriculum", {
      message: issue
        ? `${issue.path.join(".") || "track"}: ${issue.message}`
        : `id: must be the name of the folder, “${name}”`,
      next: "Export `track` from track.ts, made with defineTrack.",
      where: file,
    });
  }
  const pages: Page[] = [];
  for (const page of await foldersIn(join(folder, "pages"))) {
    pages.push(
      pageSchema.parse((await importFile(join(folder, "pages", page, "page.ts")))["page"]),
    );
  }
  return { ...parsed.data, pages: pages.toSorted((a, b) => a.order - b.order) };
}

async function loadKinds(folder: string, trackId: string): Promise<LoadedKind[]> {
  const loaded: LoadedKind[] = [];
  for (const name of await foldersIn(join(folder, "kinds"))) {
    loaded.push(await loadKind(trackId, join(folder, "kinds", name)));
  }
  return loaded;
}

async function loadDocuments(folder: string): Promise<DocumentType[]> {
  const loaded: DocumentType[] = [];
  for (const name of await foldersIn(join(folder, "documents"))) {
    const exports = await importFile(join(folder, "documents", name, "document.ts"));
    loaded.push(exports["document"] as DocumentType);
  }
  return loaded;
}

type Note = (cause: unknown, fallback: string) => void;

/** All drill.yaml of a folder, read side by side: a thousand drills must load within a second. */
async function loadEntries(parent: string, trackId: string, note: Note): Promise<DrillEntry[]> {
  const names = await foldersIn(parent);
  const loaded = await Promise.all(
    names.map(async (name) => {
      const folder = join(parent, name);
      try {
        return { meta: await loadMeta(folder), trackId, folder };
      } catch (cause) {
        note(cause, folder);
        return null;
      }
    }),
  );
  return loaded.filter((one) => one !== null);
}

/**
 * Drills outside of the repository, each in the track of its kind. They are drafts whatever they say: what
 * proves readiness was tried by somebody else.
 */
async function loadOwn(
  parent: string,
  kinds: Map<string, LoadedKind>,
  note: Note,
): Promise<DrillEntry[]> {
  const found = await loadEntries(parent, "", note);
  return found.map(({ meta, folder }) => {
    const trackId = kinds.get(meta.kind)?.trackId ?? "";
    return { meta: { ...meta, status: "draft" }, trackId, folder };
  });
}

function index(entries: DrillEntry[], kinds: Map<string, LoadedKind>, note: Note) {
  const drills = new Map<string, DrillEntry>();
  const order = (a: DrillEntry, b: DrillEntry) =>
    a.trackId.localeCompare(b.trackId) ||
    a.meta.level - b.meta.level ||
    a.meta.title.localeCompare(b.meta.title);
  for (const entry of entries.toSorted(order)) {
    const { id, kind } = entry.meta;
    const twin = drills.get(id);
    if (!kinds.has(kind)) note(refuse(entry, `kind: there is no kind “${kind}”`), entry.folder);
    else if (twin) note(refuse(entry, `id: “${id}” is taken by ${twin.folder}`), entry.folder);
    else drills.set(id, entry);
  }
  return drills;
}

const refuse = ({ folder }: DrillEntry, message: string): AppError =>
  new AppError("invalid-drill", { message, next: "Rename it.", where: join(folder, "drill.yaml") });

function reader(drills: Map<string, DrillEntry>, kinds: Map<string, LoadedKind>) {
  const cache = new Map<string, { signature: string; loaded: LoadedDrill }>();
  return async (id: string): Promise<LoadedDrill> => {
    const entry = drills.get(id);
    const kind = entry && kinds.get(entry.meta.kind);
    if (!entry || !kind) throw unknownDrill(id);
    await stat(entry.folder).catch(() => {
      throw unknownDrill(id);
    });
    const files = await listFolder(entry.folder);
    const signature = files.map((one) => `${one.path} ${one.bytes} ${one.mtimeMs}`).join("\n");
    const known = cache.get(id);
    if (known?.signature === signature) return known.loaded;
    const { folder, trackId } = entry;
    const read = await loadDrill({ folder, trackId, module: kind.module });
    const { status } = entry.meta;
    const loaded = status === "draft" ? asDraft(read) : read;
    cache.set(id, { signature, loaded });
    return loaded;
  };
}

const asDraft = ({ drill, wrong }: LoadedDrill): LoadedDrill => ({
  drill: { ...drill, meta: { ...drill.meta, status: "draft" } },
  wrong,
});

/** Only what was found when it was loaded is read: no name in a request becomes a path. */
function guideReader(root: string, tracks: Curriculum["tracks"]): Curriculum["guide"] {
  return async (trackId, slug) => {
    const track = tracks.find(({ id }) => id === trackId);
    const found = track?.guides.find((one) => one.slug === slug);
    if (!found) throw unknownGuide(slug);
    return { ...found, text: await readGuide(join(root, trackId), slug) };
  };
}

const unknownGuide = (slug: string): AppError =>
  new AppError("not-found", {
    message: `There is no guide “${slug}”.`,
    next: "Open the track: its guides are listed there.",
    where: slug,
  });

function listingsOf(drills: Map<string, DrillEntry>, kinds: Map<string, LoadedKind>) {
  const read = listingReader();
  return async (id: string): Promise<Json> => {
    const entry = drills.get(id);
    const kind = entry && kinds.get(entry.meta.kind);
    if (!entry || !kind) throw unknownDrill(id);
    return read(entry.folder, kind.module);
  };
}

function unknownDrill(id: string): AppError {
  return new AppError("not-found", {
    message: `There is no drill “${id}”.`,
    next: "`npx loopwright drills` lists them; in the page, open Tracks.",
    where: id,
  });
}
