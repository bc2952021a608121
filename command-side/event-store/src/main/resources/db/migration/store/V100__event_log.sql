-- Stored names of events. Numbers are given once and for ever.
create table event_type (
    id   smallint primary key,
    name text not null unique
);

-- Each node takes a block of numbers at a time.
create sequence event_stream_id increment by 1000;

create table event_stream (
    id   bigint primary key,
    type text not null,
    name text not null unique
);

-- Written by append_group alone, which is why no foreign key slows it down.
-- payload and metadata are JSON kept as text: byte for byte what was written, personal parts as ciphertext.
-- leaf is the row's leaf in the Merkle tree over the log (see append_group).
create table event_log (
    position    bigint primary key,
    recorded_at timestamptz not null,
    stream      bigint not null,
    sequence    integer not null,
    type        smallint not null,
    revision    smallint not null,
    id          uuid not null,
    payload     text not null,
    metadata    text not null,
    leaf        bytea not null
);

create unique index event_log_stream on event_log (stream, sequence);

-- One row. Whoever appends locks it until commit: positions are gapless and in commit order.
-- frontier: roots of the perfect subtrees of the Merkle tree that no larger one contains yet; element n is that of 2^(n-1)
-- leaves, and counts when bit n-1 of the position is set.
-- chain: the last group's link.
create table event_head (
    single      boolean primary key default true check (single),
    position    bigint not null,
    recorded_at timestamptz not null,
    frontier    bytea[] not null,
    chain       bytea not null
) with (fillfactor = 10);

insert into event_head values (true, 0, '1970-01-01Z', '{}', sha256(''));

-- What was committed together, up to and with position; root is the whole tree's as of then, chain binds it and the time
-- to all groups before.
create table event_group (
    position    bigint primary key,
    recorded_at timestamptz not null,
    root        bytea not null,
    chain       bytea not null
);

-- Roots of whole subtrees of 256 leaves (level 8), 256 of those (level 16), and so on, for quick proofs.
create table event_subtree (
    level smallint not null,
    nth   bigint not null,
    root  bytea not null,
    primary key (level, nth)
);

create table event_claim (
    kind   text not null,
    key    text not null,
    stream bigint not null,
    primary key (kind, key)
);

-- For an event that releases every claim of a kind that its stream holds.
create index event_claim_stream on event_claim (stream, kind);

create table event_receipt (
    key          text primary key,
    request_hash text not null,
    stream       text not null,
    position     bigint not null,
    recorded_at  timestamptz not null
);

create table event_snapshot (
    stream   text primary key,
    type     text not null,
    sequence bigint not null,
    revision integer not null,
    payload  text not null
);

create table subscription_token (
    name     text primary key,
    position bigint not null default 0,
    parked   integer not null default 0
);

-- Dead letters, and the later events of their streams, which wait behind them (failure is null).
create table event_parked (
    subscription text not null references subscription_token on delete cascade,
    position     bigint not null,
    stream       text not null,
    event        text not null,
    failure      text,
    attempts     integer not null,
    parked_at    timestamptz not null,
    primary key (subscription, position)
);

create index event_parked_stream on event_parked (subscription, stream, position);

-- The first position recorded at or after an instant; one past the head when there is none.
-- Record time never decreases along the log, and positions have no gaps: a binary search needs no index of its own.
create function event_position_at(moment timestamptz) returns bigint
    language plpgsql stable
as
$$
declare
    low  bigint := 1;
    high bigint := (select h.position + 1 from event_head h where h.single);
    mid  bigint;
begin
    while low < high loop
        mid := (low + high) / 2;
        if (select l.recorded_at from event_log l where l.position = mid) >= moment then
            high := mid;
        else
            low := mid + 1;
        end if;
    end loop;
    return low;
end;
$$;
