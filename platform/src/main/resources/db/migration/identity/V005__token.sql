create table identity.token (
    id uuid primary key,
    account uuid not null references identity.account (id),
    name text not null check (length(name) between 1 and 60),
    agency int,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
comment on table identity.token is 'Access tokens that people made for their own programs; the token itself is not kept';
create index token_account on identity.token (account, created_at desc);

create table identity.revocation (
    id text primary key,
    expires_at timestamptz not null
);
comment on table identity.revocation is 'Tokens that no longer count although they have not expired';
create index revocation_expiry on identity.revocation (expires_at);
