-- Papers that no case names are not kept for ever.
alter table material add column wanted_at timestamptz;
update material set wanted_at = stored_at;
alter table material alter column wanted_at set not null;
alter table material add column filed boolean not null default false;
create index material_unfiled on material (wanted_at) where not filed;
comment on column material.wanted_at is 'business time at which it was uploaded or last about to be filed';
comment on column material.filed is 'whether an event in the log names it';
