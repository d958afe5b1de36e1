-- Where a system wants to be told that something waits for it, and what it was told.
create table exchange.webhook (
	system uuid primary key,
	url text not null,
	secret bytea not null,
	secret_before bytea,
	secret_before_until timestamptz,
	set_by uuid not null,
	set_by_name text not null,
	set_at timestamptz not null
);

comment on table exchange.webhook is 'The address of a system and the secret that signs what is sent there; the secret before it signs too for a day.';

create table exchange.delivery (
	number bigint generated always as identity primary key,
	system uuid not null,
	entry bigint,
	message uuid not null,
	kind text not null,
	code text,
	state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP', 'NEEDLESS')),
	made_at timestamptz not null,
	next_at timestamptz not null,
	leased_until timestamptz,
	tries integer not null default 0,
	tried_at timestamptz,
	status integer,
	outcome text
);

comment on table exchange.delivery is 'The queue of webhooks: taken with skip locked and leased, so that a kill loses none and two nodes send none at once.';

create index delivery_due on exchange.delivery (next_at) where state = 'WAITING';
create index delivery_of on exchange.delivery (system, number);
create index delivery_entry on exchange.delivery (entry) where state = 'WAITING';
create index delivery_age on exchange.delivery (made_at) where state <> 'WAITING';
