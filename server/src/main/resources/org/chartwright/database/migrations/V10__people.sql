-- Who works with the record in a browser. Account names are unique in a tenant; second factors are sealed, passwords and tokens
-- are digests.
create table person (
    tenant_id uuid not null references tenant,
    account text not null,
    id uuid not null unique,
    name text not null,
    role text not null check (role in ('CLINICIAN', 'REVIEWER', 'AUDITOR', 'ADMINISTRATOR')),
    enabled boolean not null,
    password text,
    second_factor bytea,
    -- The last time step whose code was used: none is taken twice.
    second_factor_step bigint not null default 0,
    failures integer not null default 0,
    not_before timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, account)
);

-- One-time tokens with which somebody chooses a password.
create table person_invitation (
    digest bytea primary key,
    tenant_id uuid not null references tenant,
    person_id uuid not null references person (id) on delete cascade,
    second_factor bytea,
    expires_at timestamptz not null
);

create table person_session (
    digest bytea primary key,
    tenant_id uuid not null references tenant,
    person_id uuid not null references person (id) on delete cascade,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    -- When its person last showed a password and a second factor.
    proved_at timestamptz not null
);
create index person_session_of on person_session (person_id);
create index person_session_seen on person_session (seen_at);

do $$
declare
    held text;
begin
    foreach held in array array['person', 'person_invitation', 'person_session']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
