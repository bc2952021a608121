-- Who looked at whose data: a chain beside the event log, which vouches for it (access-journal.sealed).
create table access_entry (
    position    bigint primary key,
    id          uuid        not null unique,
    recorded_at timestamptz not null,
    account     text collate "C" not null,
    kind        text        not null,
    persons     text[]      not null,
    cases       text[]      not null,
    content     text        not null,
    link        bytea       not null
);
create index access_entry_recorded on access_entry (recorded_at, position);
create index access_entry_account on access_entry (account, position);
create index access_entry_persons on access_entry using gin (persons);
create index access_entry_cases on access_entry using gin (cases);
comment on column access_entry.content is 'JSON, byte for byte what the chain covers; the columns beside it repeat parts for the search';
comment on column access_entry.link is 'SHA-256 of 2, the link before, the position and the SHA-256 of the content';

-- Where the chain begins and ends. One row.
create table access_head (
    single         boolean primary key default true check (single),
    position       bigint not null,
    link           bytea  not null,
    start_position bigint not null,
    start_link     bytea  not null
) with (fillfactor = 10);
insert into access_head values (true, 0, sha256(''), 0, sha256(''));

-- Up to where the event log vouches, for whoever deletes what is old; the events themselves are what counts.
create table access_seal (
    position  bigint primary key,
    link      bytea       not null,
    sealed_at timestamptz not null
);

-- Against mistakes; whoever may change the schema is found out by the chain.
create function access_entry_stays() returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'DELETE' and old.position <= (select start_position from access_head) then
        return old;
    end if;
    raise exception 'entries of the journal of access are never altered';
end;
$$;
create trigger access_entry_stays before update or delete on access_entry
    for each row execute function access_entry_stays();
create function access_entry_stays_whole() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'the journal of access is never emptied';
end;
$$;
create trigger access_entry_stays_whole before truncate on access_entry
    for each statement execute function access_entry_stays_whole();
