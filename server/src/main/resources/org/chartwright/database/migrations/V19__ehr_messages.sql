-- Messages that hospital systems sent and that were done: a repeat is answered as the first was, and done no more.
create table ehr_message (
    tenant_id uuid not null references tenant,
    sender text not null,
    control_id text not null,
    -- Of the whole message: some senders begin to count again.
    digest bytea not null,
    at timestamptz not null,
    primary key (tenant_id, sender, control_id, digest)
);
create index ehr_message_old on ehr_message (at);

alter table ehr_message enable row level security;
alter table ehr_message force row level security;
create policy tenant_apart on ehr_message using (sees(tenant_id)) with check (sees(tenant_id));
