-- The record of what was done, a chain for each tenant; zeros stand for the house itself. No reference to tenant: the
-- record of a tenant outlives it.

-- Where each chain ends. Writers of one chain wait for each other here.
create table audit_chain (
    tenant_id uuid primary key,
    seq bigint not null,
    hash text not null,
    -- How far it was signed and copied.
    signed_seq bigint not null default 0,
    signed_hash text not null default repeat('0', 64),
    copied_seq bigint not null default 0
);

create table audit_entry (
    tenant_id uuid not null,
    seq bigint not null,
    -- The canonical text, byte for byte as it was hashed.
    entry text not null,
    primary key (tenant_id, seq)
);

create table audit_checkpoint (
    tenant_id uuid not null,
    seq bigint not null,
    -- The signed text.
    checkpoint text not null,
    primary key (tenant_id, seq)
);

-- Against accidents; whoever owns the database can take this away, which the chain shows.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit record is only ever added to';
end $$;
create trigger audit_entry_only_grows before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();
create trigger audit_checkpoint_only_grows before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_audit_change();

do $$
declare
    held text;
begin
    foreach held in array array['audit_chain', 'audit_entry', 'audit_checkpoint']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
