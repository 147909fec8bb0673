-- Everything a learner has. Bodies are json, not jsonb: jsonb refuses U+0000, which a learner can
-- paste into a draft, and forgets the order of keys. No query looks inside a body.

create table learners (
  id text primary key,
  name text not null,
  created_at timestamptz(3) not null
);

create table settings (
  learner_id text not null references learners (id) on delete cascade,
  key text not null,
  value json not null,
  updated_at timestamptz(3) not null,
  primary key (learner_id, key)
);

-- The whole drill as it was, key included, so that an old attempt stays readable.
create table drill_versions (
  hash text primary key,
  drill_id text not null,
  body json not null,
  first_seen timestamptz(3) not null
);
create index drill_versions_of_drill on drill_versions (drill_id, first_seen desc);

-- body: the attempt without its actions. outline: the body without drafts and evidence, for lists.
create table attempts (
  id text primary key,
  learner_id text not null references learners (id) on delete cascade,
  drill_id text not null,
  drill_hash text not null references drill_versions (hash),
  parent_id text references attempts (id) on delete cascade,
  state text not null,
  conditions text not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  outline json not null,
  body json not null,
  revision integer not null
);
create index attempts_newest on attempts (learner_id, started_at desc, id desc);
create index attempts_of_drill on attempts (learner_id, drill_id, started_at desc, id desc);
create index attempts_open on attempts (learner_id, started_at desc, id desc) where state = 'open';
create index attempts_of_parent on attempts (parent_id) where parent_id is not null;
create index attempts_of_version on attempts (drill_hash);

-- The primary key is the optimistic lock of the log: a number can be taken once.
create table actions (
  attempt_id text not null references attempts (id) on delete cascade,
  seq integer not null,
  at_ms double precision not null,
  body json not null,
  replies json not null,
  primary key (attempt_id, seq)
);

-- version names the row of document_versions that is current.
create table documents (
  id text primary key,
  learner_id text not null references learners (id) on delete cascade,
  type text not null,
  title text not null,
  version integer not null,
  summary json not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);
create index documents_of_type on documents (learner_id, type, updated_at desc, id desc);

create table document_versions (
  document_id text not null references documents (id) on delete cascade,
  version integer not null,
  title text not null,
  format integer not null,
  body json not null,
  saved_at timestamptz(3) not null,
  primary key (document_id, version)
);

create table card_states (
  learner_id text not null references learners (id) on delete cascade,
  card_id text not null,
  state json not null,
  due timestamptz(3) not null,
  primary key (learner_id, card_id)
);
create index card_states_due on card_states (learner_id, due);

create table reviews (
  id text primary key,
  learner_id text not null references learners (id) on delete cascade,
  card_id text not null,
  rating smallint not null,
  at timestamptz(3) not null
);
create index reviews_newest on reviews (learner_id, at desc, id desc);
create index reviews_of_card on reviews (learner_id, card_id, at desc, id desc);
