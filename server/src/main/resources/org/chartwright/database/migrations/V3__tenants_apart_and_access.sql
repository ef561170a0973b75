-- Tenants apart, a second time: PostgreSQL itself shows a connection only the rows of the tenant that its transaction names
-- (app.tenant), all rows to one that names '*', and none to one that names nobody.

create function sees(tenant uuid) returns boolean
    language sql stable parallel safe
    return current_setting('app.tenant', true) in (tenant::text, '*');

-- Who there is. Ids are never given twice, so that somebody new of an old name is somebody else.
create table iam_user (
    tenant_id uuid not null references tenant,
    name text not null,
    id text not null unique,
    boundary text,
    created_at timestamptz not null,
    primary key (tenant_id, name)
);

create table iam_role (
    tenant_id uuid not null references tenant,
    name text not null,
    id text not null unique,
    trust text not null,
    boundary text,
    longest_seconds integer not null default 3600,
    created_at timestamptz not null,
    primary key (tenant_id, name)
);

create table iam_policy (
    tenant_id uuid not null references tenant,
    name text not null,
    document text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant_id, name)
);

-- The policy is an ARN, of the tenant's own or of those that every tenant has.
create table iam_attachment (
    tenant_id uuid not null references tenant,
    kind text not null check (kind in ('USER', 'ROLE')),
    name text not null,
    policy text not null,
    primary key (tenant_id, kind, name, policy)
);

-- Whoever had a key before there were users may do everything of their tenant, as before.
insert into iam_user (tenant_id, name, id, created_at)
    select tenant_id, user_name, 'AIDA' || upper(substr(md5(tenant_id::text || user_name), 1, 16)), min(created_at)
    from access_key group by tenant_id, user_name;
insert into iam_attachment (tenant_id, kind, name, policy)
    select distinct tenant_id, 'USER', user_name, 'arn:aws:iam::aws:policy/AdministratorAccess' from access_key;

alter table access_key
    add column last_used_at timestamptz,
    add column last_used_service text,
    add foreign key (tenant_id, user_name) references iam_user (tenant_id, name);

-- Temporary credentials. Kept a while after their end: a job they started still acts with no more than they had.
create table iam_session (
    id text primary key,
    tenant_id uuid not null references tenant,
    secret text not null,
    token text not null,
    kind text not null check (kind in ('USER', 'ROLE')),
    name text not null,
    session_name text,
    policies text[] not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null
);
create index iam_session_end on iam_session (expires_at);

-- Signatures that changed something, until they are no longer accepted: what was recorded cannot be sent again.
create table signature_seen (
    tenant_id uuid not null references tenant,
    signature text not null,
    first_at timestamptz not null,
    until_at timestamptz not null,
    primary key (tenant_id, signature)
);
create index signature_seen_end on signature_seen (until_at);

do $$
declare
    held text;
begin
    foreach held in array array['access_key', 'job', 'job_checkpoint', 'tag', 'vocabulary', 'vocabulary_filter', 'iam_user',
        'iam_role', 'iam_policy', 'iam_attachment', 'iam_session', 'signature_seen']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;

alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_apart on tenant using (sees(id)) with check (sees(id));
