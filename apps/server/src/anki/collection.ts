/**
 * The collection of an Anki package: schema 11, the one that every version of Anki still takes in.
 * https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
 */
export const tables = `
create table col (
  id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null,
  conf text not null, models text not null, decks text not null, dconf text not null, tags text not null
);
create table notes (
  id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null,
  csum integer not null, flags integer not null, data text not null
);
create table cards (
  id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null,
  due integer not null, ivl integer not null, factor integer not null, reps integer not null,
  lapses integer not null, left integer not null, odue integer not null, odid integer not null,
  flags integer not null, data text not null
);
create table revlog (
  id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null
);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
`;

/** Fixed, so that a second import finds the note type and the deck of the first. */
export const modelId = 1_767_225_600_000;
export const deckId = 1_767_225_600_001;

/** What one row of `col` holds as JSON. `seconds`: now, since 1970. */
export const settingsAt = (seconds: number, notes: number) => ({
  conf: {
    activeDecks: [deckId],
    curDeck: deckId,
    curModel: String(modelId),
    nextPos: notes + 1,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    newBury: true,
    addToCur: true,
    sortType: "noteFld",
    sortBackwards: false,
  },
  models: { [modelId]: noteType(seconds) },
  decks: { 1: deck(1, "Default", seconds), [deckId]: deck(deckId, "Loopwright", seconds) },
  dconf: { 1: options },
});

const field = (name: string, ord: number) => {
  return { name, ord, sticky: false, rtl: false, font: "Arial", size: 20, media: [] };
};

const noteType = (seconds: number) => ({
  id: modelId,
  name: "Loopwright",
  type: 0,
  mod: seconds,
  usn: -1,
  sortf: 0,
  did: deckId,
  flds: [field("Front", 0), field("Back", 1), field("Source", 2)],
  tmpls: [
    {
      name: "Card 1",
      ord: 0,
      qfmt: "{{Front}}",
      afmt: '{{FrontSide}}\n\n<hr id="answer">\n\n{{Back}}\n\n<div class="source">{{Source}}</div>',
      bqfmt: "",
      bafmt: "",
      did: null,
    },
  ],
  css: ".card { font: 20px/1.4 sans-serif; text-align: left; max-width: 40em; margin: auto; } pre { overflow: auto; font-size: 15px; } .source { font-size: 13px; opacity: 0.7; margin-top: 1em; }",
  latexPre: "",
  latexPost: "",
  req: [[0, "all", [0]]],
  tags: [],
  vers: [],
});

const deck = (id: number, name: string, seconds: number) => ({
  id,
  name,
  mod: seconds,
  usn: -1,
  desc: "",
  dyn: 0,
  conf: 1,
  collapsed: false,
  extendNew: 10,
  extendRev: 50,
  lrnToday: [0, 0],
  revToday: [0, 0],
  newToday: [0, 0],
  timeToday: [0, 0],
});

const options = {
  id: 1,
  name: "Default",
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: {
    delays: [1, 10],
    ints: [1, 4, 7],
    initialFactor: 2500,
    order: 1,
    perDay: 20,
    bury: true,
    separate: true,
  },
  rev: { perDay: 100, ease4: 1.3, fuzz: 0.05, minSpace: 1, ivlFct: 1, maxIvl: 36_500, bury: true },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
};
