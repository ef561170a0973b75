-- What every table of tenants' rows needs, told once: each later migration that makes one calls this for it. The table must
-- have a column tenant_id, or the one that is named.
create function keep_apart(held regclass, tenant text default 'tenant_id') returns void
    language plpgsql
    as $$
begin
    execute format('alter table %s enable row level security', held);
    execute format('alter table %s force row level security', held);
    execute format('create policy tenant_apart on %s using (sees(%I)) with check (sees(%I))', held, tenant, tenant);
end $$;
-- It changes tables, which is the owner's business and not that of the server's connections.
revoke execute on function keep_apart(regclass, text) from public;

create table iam_group (
    tenant_id uuid not null references tenant,
    name text not null,
    id text not null unique,
    created_at timestamptz not null,
    primary key (tenant_id, name)
);

create table iam_member (
    tenant_id uuid not null,
    group_name text not null,
    user_name text not null,
    primary key (tenant_id, group_name, user_name),
    foreign key (tenant_id, group_name) references iam_group (tenant_id, name),
    foreign key (tenant_id, user_name) references iam_user (tenant_id, name)
);
create index iam_member_user on iam_member (tenant_id, user_name);

-- Groups hold policies as users and roles do.
alter table iam_attachment drop constraint iam_attachment_kind_check;
alter table iam_attachment add check (kind in ('USER', 'ROLE', 'GROUP'));

-- A policy that is one holder's own and goes with it.
create table iam_inline (
    tenant_id uuid not null references tenant,
    kind text not null check (kind in ('USER', 'ROLE', 'GROUP')),
    name text not null,
    policy text not null,
    document text not null,
    changed_at timestamptz not null,
    primary key (tenant_id, kind, name, policy)
);

select keep_apart('iam_group'), keep_apart('iam_member'), keep_apart('iam_inline');
