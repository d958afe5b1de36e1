create table reporting.request_key (
	account uuid not null,
	key text not null,
	digest text not null,
	made_at timestamptz not null,
	status integer,
	answer jsonb,
	primary key (account, key)
);

comment on table reporting.request_key is 'Requests that carried an Idempotency-Key, with their answers; forgotten after two days.';

create index request_key_made on reporting.request_key (made_at);
