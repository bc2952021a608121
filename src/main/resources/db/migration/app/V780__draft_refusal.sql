-- What a page refused of a draft, until the page that the browser is sent to has told it.
alter table draft add column refusal text;
comment on column draft.refusal is 'what was refused and typed, as JSON, encrypted under the key of the person';
