-- Lanes end: who is gone writes no more, and a lane that was sealed and folded to its end is never looked at again.

-- The work list of the sequencer, not a record: a lane is on it from its opening until the entry that seals it stands in
-- the tree. Whatever is missing from it is found by the verifier.
create table writ.lane_open (
    lane bigint primary key
);
comment on table writ.lane_open is
    'Lanes that are not sealed, or not folded to their seal. The sequencer reads no others, however many there were.';

insert into writ.lane_open select lane from writ.ledger_lane;

-- With the owner's rights, so that nobody can open a lane without putting it on the list.
create function writ.note_open_lane() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into writ.lane_open (lane) values (new.lane);
    return null;
end $$;
revoke execute on function writ.note_open_lane() from public;

create trigger note_open after insert on writ.ledger_lane
    for each row execute function writ.note_open_lane();

grant select on writ.lane_open to writ_app, writ_auditor;
grant select, delete on writ.lane_open to writ_sequencer;

-- A notice that belongs to no lane of records gets one of its own.
grant insert on writ.ledger_lane to writ_sequencer;
grant usage on sequence writ.ledger_lane_lane_seq to writ_sequencer;

-- Changes of the key and restarts are few among many seals, and every new leader reads them.
create index ledger_notice_succession on writ.ledger_notice (record_id) where kind in (7, 8);

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 9;
