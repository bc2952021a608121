-- The head was one row that each group updated. While somebody holds an old snapshot (a backup, an export, a report), none of
-- its dead versions can go, and each append had to walk through them all. Now each group inserts a head, which is found by
-- the index's end at once, and old ones are deleted now and then.
--
-- frontier: roots of the perfect subtrees of the Merkle tree that no larger one contains yet; element n is that of 2^(n-1)
-- leaves, and counts when bit n-1 of the position is set.
-- chain: the last group's link.
create table event_heads (
    position    bigint primary key,
    recorded_at timestamptz not null,
    frontier    bytea[] not null,
    chain       bytea not null
);

insert into event_heads select position, recorded_at, frontier, chain from event_head;
drop function event_position_at(timestamptz);
drop table event_head;

create view event_head as
select position, recorded_at, frontier, chain from event_heads order by position desc limit 1;

-- Taken by whoever appends, and held until commit: positions are gapless and in commit order. Row locks would do as well if
-- there were one row.
create function lock_log() returns void
    language sql
as
$$
    select pg_advisory_xact_lock(hashtextextended('event_log', 0));
$$;

-- The first position recorded at or after an instant; one past the head when there is none.
-- Record time never decreases along the log, and positions have no gaps: a binary search needs no index of its own.
create function event_position_at(moment timestamptz) returns bigint
    language plpgsql stable
as
$$
declare
    low  bigint := 1;
    high bigint := (select h.position + 1 from event_head h);
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

-- As before, with the head's other home.
create or replace function append_group(
    st_id bigint[], st_type text[], st_name text[],
    ev_stream bigint[], ev_sequence integer[], ev_type smallint[], ev_revision smallint[], ev_id uuid[],
    ev_payload text[], ev_metadata text[], ev_leaf bytea[],
    pr_stream bigint[], pr_sequence integer[],
    cl_kind text[], cl_key text[], cl_stream bigint[], cl_previous bigint[], cl_change smallint[],
    rc_key text[], rc_hash text[], rc_stream text[], rc_last integer[],
    wake boolean,
    out before bigint, out at timestamptz)
    language plpgsql
    -- The tables may have been empty when the plan was made: look up by index whatever the statistics say.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
declare
    events   constant integer := cardinality(ev_stream);
    trees    bytea[];
    link     bytea;
    number   bigint;
    node     bytea;
    level    integer;
    counted  bigint;
    affected integer;
    missing  text;
begin
    -- The lock that orders the whole log.
    perform lock_log();
    select h.position, greatest(h.recorded_at, clock_timestamp()), h.frontier, h.chain
    into before, at, trees, link
    from event_heads h order by h.position desc limit 1;

    -- First: what a first request did is what makes its repetition fail otherwise.
    if cardinality(rc_key) > 0 then
        insert into event_receipt (key, request_hash, stream, position, recorded_at)
        select r.key, r.hash, r.stream, before + r.last, at
        from unnest(rc_key, rc_hash, rc_stream, rc_last) r (key, hash, stream, last)
        on conflict do nothing;
        get diagnostics affected = row_count;
        if affected < cardinality(rc_key) then
            select e.request_hash || E'\n' || e.stream || E'\n' || e.position into missing
            from event_receipt e
            join unnest(rc_key) r (key) on e.key = r.key
            where e.position <= before
            limit 1;
            raise exception 'an idempotency key was used before' using errcode = 'BE003', detail = missing;
        end if;
    end if;

    if cardinality(pr_stream) > 0 then
        select s.name into missing
        from unnest(pr_stream, pr_sequence) p (stream, sequence)
        left join event_stream s on s.id = p.stream
        where not exists (select from event_log l where l.stream = p.stream and l.sequence = p.sequence)
        limit 1;
        if found then
            raise exception 'an event has no predecessor' using errcode = 'BE001', detail = coalesce(missing, '');
        end if;
    end if;

    if cardinality(st_id) > 0 then
        insert into event_stream (id, type, name) select * from unnest(st_id, st_type, st_name);
    end if;

    insert into event_log (position, recorded_at, stream, sequence, type, revision, id, payload, metadata, leaf)
    select before + e.nth, at, e.stream, e.sequence, e.type, e.revision, e.id, e.payload, e.metadata, e.leaf
    from unnest(ev_stream, ev_sequence, ev_type, ev_revision, ev_id, ev_payload, ev_metadata, ev_leaf)
        with ordinality e (stream, sequence, type, revision, id, payload, metadata, leaf, nth);

    if cardinality(cl_kind) > 0 then
        perform append_claims(cl_kind, cl_key, cl_stream, cl_previous, cl_change);
    end if;

    -- RFC 6962: a leaf joins the perfect tree to its left while there is one of its own size.
    number := before;
    for i in 1 .. events loop
        node := ev_leaf[i];
        level := 1;
        counted := number;
        while counted & 1 = 1 loop
            node := sha256('\x01'::bytea || trees[level] || node);
            counted := counted >> 1;
            if level & 7 = 0 then
                insert into event_subtree values (level, counted, node);
            end if;
            level := level + 1;
        end loop;
        trees[level] := node;
        number := number + 1;
    end loop;

    -- The tree's root, from the smallest perfect tree to the largest.
    node := null;
    counted := number;
    level := 1;
    while counted > 0 loop
        if counted & 1 = 1 then
            node := case when node is null then trees[level] else sha256('\x01'::bytea || trees[level] || node) end;
        end if;
        counted := counted >> 1;
        level := level + 1;
    end loop;

    link := sha256('\x02'::bytea || link || int8send(number) || int8send((extract(epoch from at) * 1000000)::bigint) || node);
    insert into event_group values (number, at, node, link);
    insert into event_heads values (number, at, trees, link);
    if number >> 10 > before >> 10 then
        -- Bounded below: what was deleted and not yet vacuumed is not walked through again and again.
        delete from event_heads h where h.position between before - 8192 and before - 1024;
    end if;

    if wake then
        perform pg_notify('banshi_log', number::text);
    end if;
end;
$$;
