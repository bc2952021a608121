-- Appends the events of many commands in one call: each command succeeds or fails alone.
--
-- The caller sees to it that no two commands of a group share a stream, a claim or a receipt; so what is checked here
-- holds for every command whatever becomes of the others.
--
-- st_*  streams touched, by command; expected is the next sequence, -1 for "whatever comes next"
-- ev_*  events in order; stream is an index into st_*, nth counts within stream and command from 0
-- cl_*  claims; stream and previous (0: none) are indexes into st_*; previous gave the claim up earlier in the command;
--       change is 0 to release, 1 to acquire, 2 to acquire and release again; key '*' to release whatever of the kind
--       the stream holds
-- rc_*  receipts of idempotency keys
--
-- outcome by command: 0 appended, 1 duplicate request, 2 version conflict, 3 claim conflict
create function append_group(
    commands integer,
    st_command integer[], st_type text[], st_name text[], st_expected integer[],
    ev_stream integer[], ev_nth integer[], ev_type smallint[], ev_revision smallint[], ev_id uuid[],
    ev_payload text[], ev_metadata text[],
    cl_command integer[], cl_kind text[], cl_key text[], cl_stream integer[], cl_previous integer[],
    cl_change smallint[],
    rc_command integer[], rc_key text[], rc_hash text[], rc_stream text[],
    out before bigint, out at timestamptz, out outcome smallint[], out next_sequence integer[],
    out detail text[], out holder text[], out receipt_position bigint[])
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
    first_new   bigint;
    ids         bigint[];
    places      bigint[];
    last        bigint[];
    head        bigint;
    wanted      constant bigint := cardinality(ev_stream);
    command     integer;
    found_row   record;
begin
    -- Takes the lock that orders the whole log, for the rare case that all goes well: nearly always.
    update event_head h
    set position = h.position + wanted, recorded_at = greatest(h.recorded_at, clock_timestamp())
    where h.single
    returning h.position - wanted, h.recorded_at into before, at;

    outcome := array_fill(0::smallint, array[commands]);
    detail := array_fill(null::text, array[commands]);
    holder := detail;
    receipt_position := array_fill(null::bigint, array[commands]);
    ids := array_fill(0::bigint, array[cardinality(st_name)]);
    next_sequence := array_fill(0, array[cardinality(st_name)]);

    if cardinality(rc_command) > 0 then
        for found_row in
            select u.command, r.request_hash, r.stream, r.position
            from unnest(rc_command, rc_key) u (command, key)
            join event_receipt r on r.key = u.key
        loop
            outcome[found_row.command] := 1;
            detail[found_row.command] := found_row.request_hash;
            holder[found_row.command] := found_row.stream;
            receipt_position[found_row.command] := found_row.position;
        end loop;
    end if;

    for found_row in
        select u.n::integer as n, s.id, l.sequence
        from unnest(st_name) with ordinality u (name, n)
        left join event_stream s on s.name = u.name
        left join lateral
            (select e.sequence from event_log e where e.stream = s.id order by e.sequence desc limit 1) l on true
    loop
        if found_row.id is null then
            ids[found_row.n] := nextval('event_stream_id');
            first_new := coalesce(first_new, ids[found_row.n]);
        else
            ids[found_row.n] := found_row.id;
            next_sequence[found_row.n] := coalesce(found_row.sequence + 1, 0);
        end if;
        command := st_command[found_row.n];
        if st_expected[found_row.n] >= 0 and st_expected[found_row.n] <> next_sequence[found_row.n]
            and outcome[command] = 0
        then
            outcome[command] := 2;
            holder[command] := st_name[found_row.n];
        end if;
    end loop;

    if cardinality(cl_command) > 0 then
        for found_row in
            select u.command, u.kind, s.name
            from unnest(cl_command, cl_kind, cl_key, cl_stream, cl_previous, cl_change)
                u (command, kind, key, stream, previous, change)
            join event_claim c on c.kind = u.kind and c.key = u.key
            join event_stream s on s.id = c.stream
            where u.change > 0 and c.stream <> ids[u.stream] and c.stream is distinct from ids[u.previous]
        loop
            if outcome[found_row.command] = 0 then
                outcome[found_row.command] := 3;
                detail[found_row.command] := found_row.kind;
                holder[found_row.command] := found_row.name;
            end if;
        end loop;
    end if;

    head := before;
    places := array_fill(null::bigint, array[wanted::integer]);
    last := array_fill(null::bigint, array[commands]);
    for i in 1 .. wanted loop
        command := st_command[ev_stream[i]];
        if outcome[command] = 0 then
            head := head + 1;
            places[i] := head;
            last[command] := head;
        end if;
    end loop;
    if head < before + wanted then
        update event_head h set position = head where h.single;
    end if;
    if head = before then
        return;
    end if;

    if first_new is not null then
        insert into event_stream (id, type, name)
        select ids[n], st_type[n], st_name[n]
        from generate_subscripts(st_name, 1) n
        where ids[n] >= first_new and outcome[st_command[n]] = 0;
    end if;

    insert into event_log (position, recorded_at, stream, sequence, type, revision, id, payload, metadata)
    select e.place, at, ids[e.stream], next_sequence[e.stream] + e.nth,
           e.type, e.revision, e.id, e.payload, e.metadata
    from unnest(places, ev_stream, ev_nth, ev_type, ev_revision, ev_id, ev_payload, ev_metadata)
        e (place, stream, nth, type, revision, id, payload, metadata)
    where e.place is not null;

    if cardinality(cl_command) > 0 then
        delete from event_claim c
        using unnest(cl_command, cl_kind, cl_key, cl_stream, cl_previous, cl_change)
            u (command, kind, key, stream, previous, change)
        where u.change <> 1 and outcome[u.command] = 0 and c.kind = u.kind and c.key = u.key
          and (c.stream = ids[u.stream] or c.stream = ids[u.previous]);
        delete from event_claim c
        using unnest(cl_command, cl_kind, cl_key, cl_stream) u (command, kind, key, stream)
        where u.key = '*' and outcome[u.command] = 0 and c.stream = ids[u.stream] and c.kind = u.kind;
        insert into event_claim as c (kind, key, stream)
        select u.kind, u.key, ids[u.stream]
        from unnest(cl_command, cl_kind, cl_key, cl_stream, cl_change) u (command, kind, key, stream, change)
        where u.change = 1 and outcome[u.command] = 0
        on conflict (kind, key) do update set stream = excluded.stream where c.stream <> excluded.stream;
    end if;

    if cardinality(rc_command) > 0 then
        insert into event_receipt (key, request_hash, stream, position, recorded_at)
        select u.key, u.hash, u.stream, last[u.command], at
        from unnest(rc_command, rc_key, rc_hash, rc_stream) u (command, key, hash, stream)
        where outcome[u.command] = 0;
    end if;

    perform pg_notify('banshi_log', head::text);
end;
$$;
