-- Applications begun and not yet filed; one a person and service item.
create table draft (
    id          uuid primary key,
    person      varchar(64) not null,
    service     varchar(80) not null,
    version     integer     not null,
    region      varchar(9)  not null,
    content     text        not null,
    saved_at    timestamptz not null,
    unique (person, service)
);
comment on column draft.content is 'answers and papers as JSON, encrypted under the key of the person';
