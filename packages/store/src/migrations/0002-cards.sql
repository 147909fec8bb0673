-- Cards of the learner's own, and cards that a grade made of what was missed. body: front, back and concepts.
-- attempt_id refers to nothing: a card outlives the attempt that it was made from.
create table cards (
  learner_id text not null references learners (id) on delete cascade,
  id text not null,
  origin text not null,
  drill_id text,
  attempt_id text,
  body json not null,
  created_at timestamptz(3) not null,
  primary key (learner_id, id)
);

-- Why a card is asked no more; null while it is. The state of a card that was never reviewed is json's null.
alter table card_states add column suspended text;

-- before: state, due and suspended as they were, so that a review can be undone; due is null where the card was new.
alter table reviews add column took_ms integer;
alter table reviews add column before json;
