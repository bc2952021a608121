-- Parked events that an operator has given up for good, with who and why.
create table event_discarded (
    subscription text not null,
    position     bigint not null,
    stream       text not null,
    event        text not null,
    failure      text,
    attempts     integer not null,
    parked_at    timestamptz not null,
    reason       text not null,
    discarded_by text not null,
    discarded_at timestamptz not null default now()
);

create index event_discarded_newest on event_discarded (discarded_at desc);
