create table identity.recovery_code (
    account uuid not null references identity.account (id),
    digest bytea not null,
    used_at timestamptz,
    primary key (account, digest)
);
comment on table identity.recovery_code is 'Codes that stand in once each for a lost authenticator, as keyed digests';
