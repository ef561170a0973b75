-- What is clinical is sealed before it comes here: columns of text hold "sealed:" and base64. What an older version left in
-- the clear is sealed by the server at its next start.

select set_config('app.tenant', '*', true);

alter table job
    add column vocabulary text,
    add column filter text;
update job set vocabulary = request -> 'settings' ->> 'vocabulary', filter = request -> 'settings' ->> 'filter';
alter table job alter column request type text using request::text;

alter table vocabulary alter column phrases type text using array_to_json(phrases)::text;
alter table vocabulary_filter alter column words type text using array_to_json(words)::text;

-- Keys that tenants name themselves, in the manner of AWS KMS.
create table named_key (
    tenant_id uuid not null references tenant,
    id uuid not null,
    state text not null check (state in ('ENABLED', 'DISABLED', 'PENDING_DELETION')),
    version integer not null,
    created_at timestamptz not null,
    delete_at timestamptz,
    primary key (tenant_id, id)
);
create index named_key_due on named_key (delete_at) where delete_at is not null;
create table named_key_material (
    tenant_id uuid not null,
    key_id uuid not null,
    version integer not null,
    wrapped bytea not null,
    primary key (tenant_id, key_id, version),
    foreign key (tenant_id, key_id) references named_key on delete cascade
);
create table named_key_alias (
    tenant_id uuid not null,
    alias text not null,
    key_id uuid not null,
    primary key (tenant_id, alias),
    foreign key (tenant_id, key_id) references named_key on delete cascade deferrable initially deferred
);

do $$
declare
    held text;
begin
    foreach held in array array['named_key', 'named_key_material', 'named_key_alias']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
