-- Everything that belongs to a tenant has the tenant first in its key.

create table tenant (
    id uuid primary key,
    name text not null unique,
    account_id text not null unique,
    created_at timestamptz not null
);

-- Found by its id before it is known whose it is; ids are random and unique over all tenants.
create table access_key (
    id text primary key,
    tenant_id uuid not null references tenant,
    user_name text not null,
    secret text not null,
    enabled boolean not null,
    created_at timestamptz not null
);
create index access_key_tenant on access_key (tenant_id);

-- Random keys the server makes for itself, such as the one that seals page tokens.
create table server_secret (
    name text primary key,
    value bytea not null
);

create table job (
    tenant_id uuid not null references tenant,
    name text not null,
    id uuid not null unique,
    request jsonb not null,
    status text not null check (status in ('QUEUED', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    failure_reason text,
    -- Grows with every worker that takes the job; a write that carries an older number is refused.
    fence bigint not null default 0,
    -- How often the stage it is in was begun; counted before the work, so that a job that kills its worker is counted too.
    attempts integer not null default 0,
    primary key (tenant_id, name)
);
create index job_newest on job (tenant_id, created_at desc, id desc) include (name, status);
create index job_newest_by_status on job (tenant_id, status, created_at desc, id desc) include (name);
create index job_ended on job (ended_at) where ended_at is not null;
create index job_open on job (tenant_id) where ended_at is null;

-- What a job needs to go on after a crash; deleted when it ends.
create table job_checkpoint (
    tenant_id uuid not null,
    job_id uuid not null references job (id) on delete cascade,
    stage text not null,
    content bytea not null,
    primary key (tenant_id, job_id, stage)
);
create index job_checkpoint_job on job_checkpoint (job_id);
alter table job_checkpoint alter column content set storage external; -- it is compressed already

create table tag (
    tenant_id uuid not null references tenant,
    kind text not null check (kind in ('JOB', 'VOCABULARY', 'VOCABULARY_FILTER')),
    name text not null,
    key text not null,
    value text not null,
    primary key (tenant_id, kind, name, key)
);

create table vocabulary (
    tenant_id uuid not null references tenant,
    name text not null,
    language text not null,
    state text not null check (state in ('PENDING', 'READY', 'FAILED')),
    -- Phrases as given, or the place of a file.
    phrases text[],
    file_uri text,
    file_bucket text,
    file_key text,
    -- The content as a table file, once it is READY.
    content text,
    failure_reason text,
    modified_at timestamptz not null,
    revision bigint not null,
    primary key (tenant_id, name)
);

create table vocabulary_filter (
    tenant_id uuid not null references tenant,
    name text not null,
    language text not null,
    words text[] not null,
    modified_at timestamptz not null,
    primary key (tenant_id, name)
);

-- db-scheduler's own table, as version 16 documents it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
