create table identity.one_time_code (
    id uuid primary key,
    purpose text not null,
    digest bytea not null,
    phone text not null,
    account uuid,
    payload bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null default 0,
    used_at timestamptz
);
comment on table identity.one_time_code is 'Codes sent to a phone, as keyed digests, with what waits for them (sealed)';
create index one_time_code_expiry on identity.one_time_code (expires_at);
