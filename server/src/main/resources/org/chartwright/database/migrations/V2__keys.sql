-- Keys, each wrapped under the one above it: the root wraps tenants' keys, those wrap the keys of scopes, and those the keys
-- of single things, which lie before what they seal. A scope is what is destroyed together: a visit, a stored object.

-- What shows at start that the root key is the one everything here was wrapped with.
create table root_check (
    root text primary key,
    wrapped bytea not null,
    created_at timestamptz not null
);

-- Zeros are the tenant of what belongs to no tenant.
create table tenant_key (
    tenant_id uuid not null,
    version integer not null,
    root text not null,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, version)
);

create table scope_key (
    tenant_id uuid not null,
    id uuid not null,
    version integer,
    wrapped bytea,
    created_at timestamptz not null,
    -- A destroyed key leaves its row behind, so that it is not made anew by a straggler.
    destroyed_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, version) references tenant_key,
    check ((wrapped is null) = (destroyed_at is not null)),
    check ((wrapped is null) = (version is null))
);
create index scope_key_version on scope_key (tenant_id, version);
create index scope_key_destroyed on scope_key (destroyed_at) where destroyed_at is not null;

-- Seen by the transactions of their tenant only; how tenants are kept apart here is told in V3.
alter table tenant_key enable row level security;
alter table tenant_key force row level security;
create policy tenant_apart on tenant_key using (current_setting('app.tenant', true) in (tenant_id::text, '*'));
alter table scope_key enable row level security;
alter table scope_key force row level security;
create policy tenant_apart on scope_key using (current_setting('app.tenant', true) in (tenant_id::text, '*'));
