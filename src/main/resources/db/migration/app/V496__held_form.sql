-- What was being sent when a session had run out, until the same account goes on with it.
create table held_form (
    id       uuid         primary key,
    account  varchar(100) not null,
    path     text         not null,
    content  text         not null,
    files    boolean      not null,
    kept_at  timestamptz  not null
);
comment on column held_form.content is 'fields as JSON, encrypted under the key of the person';
