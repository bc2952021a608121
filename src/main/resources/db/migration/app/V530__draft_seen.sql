-- Which parts of the form somebody has been through: one without an answer may be done all the same.
alter table draft add column seen text[] not null default '{}';
comment on column draft.seen is 'keys of the sections in the form of the item';
