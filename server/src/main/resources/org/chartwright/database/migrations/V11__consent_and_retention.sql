-- Consents to being recorded; people and wording are sealed.
create table consent (
    tenant_id uuid not null references tenant,
    id uuid not null,
    -- The visit of the record, or the streamed session, that it was asked for; null when it is named by its id.
    subject uuid,
    answer text not null check (answer in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    answered_at timestamptz not null,
    sealed bytea not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, id)
);
create index consent_subject on consent (tenant_id, subject, recorded_at desc) where subject is not null;

-- What a tenant has decided for all its visits; a tenant without a row has decided nothing.
create table tenant_rule (
    tenant_id uuid primary key references tenant,
    consent_required boolean not null default false,
    job_days integer not null default 90 check (job_days between 0 and 36500),
    sound_days integer not null default 0 check (sound_days between 0 and 36500)
);

-- What must not be deleted, whatever a rule or a request says: the name of a job, the id of a visit or a session, or * for
-- everything of the tenant.
create table legal_hold (
    tenant_id uuid not null references tenant,
    thing text not null,
    placed_at timestamptz not null,
    primary key (tenant_id, thing)
);

-- What was deleted, without a word of what it held.
create table deletion_receipt (
    tenant_id uuid not null references tenant,
    id uuid not null,
    receipt text not null,
    primary key (tenant_id, id)
);

-- Of which visit of the record a job is, as it was handed in: its tags may be changed.
alter table job add column visit uuid;
create index job_visit on job (tenant_id, visit) where visit is not null;
select set_config('app.tenant', '*', true);
update job set visit = value::uuid from tag
    where tag.tenant_id = job.tenant_id and tag.kind = 'JOB' and tag.name = job.name and tag.key = 'chartwright:visit'
        and value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

do $$
declare
    held text;
begin
    foreach held in array array['consent', 'tenant_rule', 'legal_hold', 'deletion_receipt']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
