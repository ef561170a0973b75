-- Visits that somebody opened though they are another clinician's, why (sealed), and who looked at that since.
create table opened_anyway (
    tenant_id uuid not null references tenant,
    id uuid not null,
    visit_id uuid not null,
    person_id uuid not null references person (id),
    account text not null,
    reason bytea not null,
    at timestamptz not null,
    until timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by text,
    primary key (tenant_id, id)
);
create index opened_anyway_by on opened_anyway (tenant_id, person_id, visit_id, until);
create index opened_anyway_newest on opened_anyway (tenant_id, at desc, id);
select keep_apart('opened_anyway');
