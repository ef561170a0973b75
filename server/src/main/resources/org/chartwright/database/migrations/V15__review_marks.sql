-- What people have looked at and decided beside a note: ids of sentences, omissions and codes, no word of them.
create table review_mark (
    tenant_id uuid not null references tenant,
    visit uuid not null,
    thing uuid not null,
    -- Whose mark it is; empty for what is decided for all.
    account text not null,
    mark text not null check (mark in ('SEEN', 'OPENED', 'accepted', 'refused')),
    at timestamptz not null,
    primary key (tenant_id, visit, thing, account)
);

do $$
declare
    held text;
begin
    foreach held in array array['review_mark']
    loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy tenant_apart on %I using (sees(tenant_id)) with check (sees(tenant_id))', held);
    end loop;
end $$;
