-- Appends the events of many commands in one call, or nothing at all: the caller tries halves of a group that fails, until
-- the command at fault is alone. Nearly always all goes well, so nothing is looked up that a constraint says as well:
--
--   a version conflict   violates unique index event_log_stream, or event_stream_name_key for a new stream
--   BE001  an event's predecessor is missing
--   BE002  another stream holds a claim; detail: the claim's kind and the holder's name, in two lines
--   BE003  an idempotency key was used; detail: the request's hash, its stream and its position, in three lines
--
-- st_*  new streams
-- ev_*  events in order
-- pr_*  what must be there already: the predecessor of each known stream's first event
-- cl_*  claims; previous (0: none) gave the claim up earlier in the command; change is 0 to release, 1 to acquire, 2 to
--       acquire and release again; key '*' to release whatever of the kind the stream holds
-- rc_*  receipts of idempotency keys; last is the index of the command's last event
-- wake  whether other nodes are to be told
create function append_group(
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
    select h.position, greatest(h.recorded_at, clock_timestamp()), h.frontier, h.chain
    into before, at, trees, link
    from event_head h where h.single for update;

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
    update event_head h set position = number, recorded_at = at, frontier = trees, chain = link where h.single;

    if wake then
        perform pg_notify('banshi_log', number::text);
    end if;
end;
$$;

create function append_claims(cl_kind text[], cl_key text[], cl_stream bigint[], cl_previous bigint[], cl_change smallint[])
    returns void
    language plpgsql
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
declare
    problem text;
begin
    -- Before anything is released: what another stream gives up later in the command is not free yet.
    select u.kind || E'\n' || s.name into problem
    from unnest(cl_kind, cl_key, cl_stream, cl_previous, cl_change) u (kind, key, stream, previous, change)
    join event_claim c on c.kind = u.kind and c.key = u.key
    join event_stream s on s.id = c.stream
    where u.change > 0 and c.stream not in (u.stream, u.previous)
    limit 1;
    if found then
        raise exception 'another stream holds a claim' using errcode = 'BE002', detail = problem;
    end if;

    delete from event_claim c
    using unnest(cl_kind, cl_key, cl_stream, cl_previous, cl_change) u (kind, key, stream, previous, change)
    where u.change <> 1 and c.kind = u.kind and c.key = u.key and c.stream in (u.stream, u.previous);
    delete from event_claim c
    using unnest(cl_kind, cl_key, cl_stream) u (kind, key, stream)
    where u.key = '*' and c.stream = u.stream and c.kind = u.kind;
    insert into event_claim as c (kind, key, stream)
    select u.kind, u.key, u.stream
    from unnest(cl_kind, cl_key, cl_stream, cl_change) u (kind, key, stream, change)
    where u.change = 1
    on conflict (kind, key) do update set stream = excluded.stream where c.stream <> excluded.stream;
end;
$$;
