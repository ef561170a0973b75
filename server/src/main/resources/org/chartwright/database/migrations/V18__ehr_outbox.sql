-- Where a tenant's signed notes go. Credentials are in a file that is named here, never in the database.
create table ehr_target (
    tenant_id uuid not null references tenant,
    id uuid not null,
    name text not null,
    form text not null check (form in ('FHIR', 'MDM')),
    address text not null,
    documents text not null check (documents in ('TEXT', 'PDF', 'BOTH')),
    receiver text not null,
    credentials text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);

-- Which version of which note goes where, written with the signature. What is sent is made of the record when it is sent.
create table ehr_delivery (
    tenant_id uuid not null,
    id uuid not null,
    target_id uuid not null,
    visit_id uuid not null,
    note_id uuid not null,
    note_version integer not null,
    state text not null check (state in ('WAITING', 'ACKNOWLEDGED', 'FAILED')),
    attempts integer not null default 0,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    next_at timestamptz not null,
    last_outcome text,
    primary key (tenant_id, id),
    unique (tenant_id, target_id, note_id, note_version),
    foreign key (tenant_id, target_id) references ehr_target on delete cascade
);
create index ehr_delivery_due on ehr_delivery (next_at) where state = 'WAITING';
create index ehr_delivery_of_note on ehr_delivery (tenant_id, note_id);
create index ehr_delivery_of_visit on ehr_delivery (tenant_id, visit_id);
create index ehr_delivery_newest on ehr_delivery (tenant_id, made_at desc, id);

do $$
declare
    held text;
begin
    foreach held in array array['ehr_target', 'ehr_delivery']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
