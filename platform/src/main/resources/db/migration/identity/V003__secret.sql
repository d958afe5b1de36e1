create table identity.secret (
    name text primary key,
    value bytea not null,
    created_at timestamptz not null default now()
);
comment on table identity.secret is 'Keys the nodes share: form tokens, token signing; sealed with the key file of the data folder';
