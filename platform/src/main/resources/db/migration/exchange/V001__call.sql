-- Batches of agencies' own systems, and the lines of them that were rejected.
create table exchange.call (
	number bigint generated always as identity primary key,
	sender uuid not null,
	sender_name text not null,
	agency integer,
	at timestamptz not null,
	lines integer not null,
	bytes bigint not null,
	applied integer not null,
	duplicate integer not null,
	stale integer not null,
	rejected integer not null
);

comment on table exchange.call is 'One row for each batch of an agency''s system, written in the transaction of what it brought.';

create index call_sender on exchange.call (sender, number);

create table exchange.rejection (
	call bigint not null,
	line integer not null,
	sender uuid not null,
	at timestamptz not null,
	pointer text not null,
	rule text not null,
	values jsonb not null,
	text text not null,
	primary key (call, line)
);

comment on table exchange.rejection is 'Lines that were not recorded, with the rule; kept for 30 days so that the sender can mend them.';

create index rejection_sender on exchange.rejection (sender, call, line);
create index rejection_age on exchange.rejection (at);
