create table audit.access (
    number bigint generated always as identity,
    transaction xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    actor_kind text not null,
    actor_account uuid not null,
    actor_name text not null,
    agency int,
    action text not null,
    object text not null,
    subject text,
    purpose text not null,
    primary key (number, at)
) partition by range (at);
comment on table audit.access is 'Who looked at or changed what, why and for which agency; append-only, one partition a month';
create index access_subject on audit.access (subject, number desc) where subject is not null;
create index access_transaction on audit.access (transaction, number);
create index access_actor on audit.access (actor_account, number desc);

create table audit.seal (
    number bigint primary key,
    from_transaction xid8 not null,
    until_transaction xid8 not null,
    rows int not null,
    first_row bigint,
    last_row bigint,
    digest bytea not null,
    previous bytea not null,
    sealed_at timestamptz not null
);
comment on table audit.seal is 'Chain of digests over the record of access: each seals the rows of a range of transactions and the seal before';

create table audit.access_elsewhen partition of audit.access default;
comment on table audit.access_elsewhen is 'Rows of months that have no partition of their own yet';
