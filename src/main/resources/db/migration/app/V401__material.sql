-- Papers handed in. The bytes are files beside the database, encrypted under their person's key.
create table material (
    id          uuid primary key,
    person      varchar(64) not null,
    media_type  varchar(60) not null,
    sha256      char(64)    not null,
    size        bigint      not null,
    stored_at   timestamptz not null
);
create index material_person on material (person, stored_at);
comment on column material.sha256 is 'of the plain bytes, lower-case hex';
comment on column material.size is 'of the plain bytes';
