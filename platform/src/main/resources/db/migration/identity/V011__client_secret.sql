-- Systems have up to two secrets at a time, so that a new one comes before the old one goes; they can be suspended and bound to certificates.
alter table identity.client add column system boolean not null default false;
alter table identity.client add column suspended_at timestamptz;
alter table identity.client add column certificates text[] not null default '{}';
comment on column identity.client.system is 'Runs at an agency and has secrets; else at a person''s.';
comment on column identity.client.suspended_at is 'Gets no tokens since then; null while it may.';
comment on column identity.client.certificates is 'SHA-256 of client certificates, base64url (RFC 8705); when there is one, tokens are given to and taken from its bearer only.';

create table identity.client_secret (
	id uuid primary key,
	client uuid not null references identity.client (id),
	hash text not null,
	beginning text not null,
	created_at timestamptz not null,
	ends_at timestamptz
);

comment on table identity.client_secret is 'Secrets of agencies'' systems; one without an end holds until it is given one.';
comment on column identity.client_secret.beginning is 'First letters, for people to tell two apart; empty where they were never kept.';

create index client_secret_client on identity.client_secret (client, created_at);

insert into identity.client_secret (id, client, hash, beginning, created_at)
select gen_random_uuid(), id, secret_hash, '', coalesce(secret_changed_at, created_at) from identity.client where secret_hash is not null;

update identity.client set system = true where secret_hash is not null;

alter table identity.client drop column secret_hash;
alter table identity.client drop column secret_changed_at;
