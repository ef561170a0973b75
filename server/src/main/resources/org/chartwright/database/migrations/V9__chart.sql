-- The record. Append-only: a change is another version; the contents are sealed, and what can be searched for is kept as
-- keyed digests, so that the database holds no name and no word of anybody.

create table chart_entry (
    tenant_id uuid not null references tenant,
    kind text not null,
    id uuid not null,
    version integer not null check (version > 0),
    -- Whether this is the newest version of its thing.
    newest boolean not null,
    at timestamptz not null,
    -- When what it tells of happened: of a visit its beginning.
    moment timestamptz,
    -- With which key it is sealed, and with it destroyed: a visit's for all that belongs to the visit.
    scope uuid not null,
    content bytea not null,
    primary key (tenant_id, kind, id, version)
);
create unique index chart_entry_newest on chart_entry (tenant_id, kind, id) where newest;
create index chart_entry_latest on chart_entry (tenant_id, kind, at desc, id desc) where newest;
create index chart_entry_moment on chart_entry (tenant_id, kind, moment desc, id desc) where newest;
alter table chart_entry alter column content set storage external; -- sealed bytes do not compress

-- What the newest version of a thing can be found by.
create table chart_token (
    tenant_id uuid not null references tenant,
    kind text not null,
    token bytea not null,
    id uuid not null,
    primary key (tenant_id, kind, token, id)
);
create index chart_token_of on chart_token (tenant_id, kind, id);

-- The key of those digests, sealed.
create table chart_search_key (
    tenant_id uuid primary key references tenant,
    key bytea not null
);

do $$
declare
    held text;
begin
    foreach held in array array['chart_entry', 'chart_token', 'chart_search_key']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;

-- A version that was written stays as it was: only the mark of the newest may be taken from it.
create function chart_entry_stays() returns trigger language plpgsql as $$
begin
    if old.newest and not new.newest
        and (old.tenant_id, old.kind, old.id, old.version, old.at, old.scope, old.content)
            = (new.tenant_id, new.kind, new.id, new.version, new.at, new.scope, new.content)
        and old.moment is not distinct from new.moment then
        return new;
    end if;
    raise exception 'a version of the record never changes';
end $$;
create trigger chart_entry_stays before update on chart_entry for each row execute function chart_entry_stays();

-- Programs that ask for the record by FHIR, by SMART's backend services. Ids are unique over all tenants: a client is found by
-- its id before it is known whose it is.
create table smart_client (
    id text primary key,
    tenant_id uuid not null references tenant,
    name text not null,
    -- Its public keys, as a JSON Web Key Set.
    keys text not null,
    scopes text not null,
    enabled boolean not null,
    created_at timestamptz not null,
    unique (tenant_id, name)
);

-- Tokens by their digests: whoever reads this table can use none.
create table smart_token (
    digest bytea primary key,
    tenant_id uuid not null references tenant,
    client_id text not null references smart_client,
    scopes text not null,
    expires_at timestamptz not null
);
create index smart_token_end on smart_token (expires_at);

-- Assertions that were used, until they expire: none is taken twice.
create table smart_assertion (
    digest bytea primary key,
    tenant_id uuid not null references tenant,
    expires_at timestamptz not null
);
create index smart_assertion_end on smart_assertion (expires_at);

do $$
declare
    held text;
begin
    foreach held in array array['smart_client', 'smart_token', 'smart_assertion']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
