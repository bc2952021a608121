-- How far each person has read what their cases told them.
create table inbox (
    person      varchar(64)  primary key,
    read_until  timestamptz  not null
);
