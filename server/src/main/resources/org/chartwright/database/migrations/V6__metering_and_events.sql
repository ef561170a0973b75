-- How long a recording is, once it was listened to.
alter table job add column audio_millis bigint;

-- What is charged for: written with the end of the work, once, whatever is tried again. Outlives the job.
create table usage (
    tenant_id uuid not null references tenant,
    source text not null check (source in ('JOB', 'STREAM')),
    source_id uuid not null,
    name text not null,
    audio_millis bigint not null,
    ended_at timestamptz not null,
    primary key (tenant_id, source, source_id)
);
create index usage_by_time on usage (tenant_id, ended_at);

-- A tenant's own limits, where they differ from the server's; 0 for none.
create table tenant_limit (
    tenant_id uuid primary key references tenant,
    open_jobs bigint,
    hours_a_month bigint
);

-- Where a tenant wants to be told. Its secret is not here: it is derived from a key that the database does not have.
create table webhook (
    tenant_id uuid not null references tenant,
    id uuid not null,
    url text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);

-- What each is to be told, written with what it tells of; gone a while after it was told.
create table event_delivery (
    tenant_id uuid not null,
    event_id uuid not null,
    webhook_id uuid not null,
    source text not null check (source in ('JOB', 'STREAM')),
    name text not null,
    status text not null,
    reason text,
    happened_at timestamptz not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    last_outcome text,
    primary key (tenant_id, event_id, webhook_id),
    foreign key (tenant_id, webhook_id) references webhook on delete cascade
);
create index event_delivery_due on event_delivery (next_at) where state = 'WAITING';
create index event_delivery_old on event_delivery (happened_at);

do $$
declare
    held text;
begin
    foreach held in array array['usage', 'tenant_limit', 'webhook', 'event_delivery']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
