-- How much each system used, by day, for its quotas.
create table exchange.use (
	participant uuid not null,
	day date not null,
	calls bigint not null,
	lines bigint not null,
	bytes bigint not null,
	minute timestamptz not null,
	minute_calls integer not null,
	primary key (participant, day)
);

comment on table exchange.use is 'Calls, lines and bytes of a system on a day, and its calls in the latest minute: what quotas are counted by, whatever node took them.';
