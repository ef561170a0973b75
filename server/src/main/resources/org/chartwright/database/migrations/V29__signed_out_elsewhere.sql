-- What the identity provider calls the session there that one here began with: its digest; null where the provider did not say.
alter table person_session add column sid bytea;

-- Logout tokens that were used, by their digest: each counts once. They come from a provider, which serves several tenants.
create table logout_token_seen (
    digest text primary key,
    until_at timestamptz not null
);
create index logout_token_seen_end on logout_token_seen (until_at);
