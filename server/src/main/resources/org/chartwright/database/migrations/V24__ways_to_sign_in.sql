-- Who signs in by the hospital's identity provider: known by its issuer and the subject that it gives once, never by a name.
alter table person
    add column issuer text,
    add column subject text,
    add constraint person_is_known_elsewhere check ((issuer is null) = (subject is null));
create unique index person_elsewhere on person (tenant_id, issuer, subject) where subject is not null;

-- Passkeys: public keys and what their authenticators said of them.
create table passkey (
    tenant_id uuid not null references tenant,
    id uuid not null unique,
    person_id uuid not null references person (id) on delete cascade,
    -- What the authenticator calls it.
    credential_id bytea not null unique,
    -- The key itself with its algorithm, in the form of WebAuthn (attested credential data).
    credential bytea not null,
    name text not null,
    counter bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant_id, id)
);
create index passkey_of on passkey (person_id);

-- Questions that an authenticator was asked and has not answered: each is answered once. Of signing in nobody knows yet whose it is.
create table passkey_challenge (
    digest bytea primary key,
    tenant_id uuid not null,
    person_id uuid references person (id) on delete cascade,
    purpose text not null check (purpose in ('REGISTER', 'SIGN_IN', 'PROVE')),
    expires_at timestamptz not null
);
create index passkey_challenge_end on passkey_challenge (expires_at);

select keep_apart('passkey'), keep_apart('passkey_challenge');
