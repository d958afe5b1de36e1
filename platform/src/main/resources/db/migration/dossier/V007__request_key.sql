-- Idempotency keys of the API's creating requests, and keys of walk-in entries.
create table dossier.request_key (
	account uuid not null,
	key text not null,
	digest text not null,
	status smallint,
	answer jsonb,
	location text,
	made_at timestamptz not null,
	primary key (account, key)
);

comment on table dossier.request_key is 'Requests that carried an Idempotency-Key: digest of what was asked and the answer given. Kept for two days.';

create index request_key_age on dossier.request_key (made_at);
