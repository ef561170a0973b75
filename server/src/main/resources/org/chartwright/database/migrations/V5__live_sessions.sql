-- Visits that are streamed to us. Their sound lies on the disk of one server, their home.

create table live_session (
    tenant_id uuid not null references tenant,
    id uuid not null,
    home uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    status text not null check (status in ('IN_PROGRESS', 'PAUSED', 'FAILED', 'COMPLETED')),
    sample_rate integer not null,
    encoding text not null check (encoding in ('PCM', 'FLAC', 'OGG_OPUS')),
    configuration jsonb,
    -- Whether its sound is still on disk.
    kept boolean not null default true,
    primary key (tenant_id, id)
);
create index live_session_kept on live_session (home, created_at) where kept;

alter table live_session enable row level security;
alter table live_session force row level security;
create policy tenant_apart on live_session using (sees(tenant_id)) with check (sees(tenant_id));
