-- What people did on the portal that an agency's own system is to fetch.
create table exchange.inbox_entry (
	number bigint generated always as identity primary key,
	system uuid not null,
	agency integer not null,
	above integer[] not null,
	procedure text not null,
	kind text not null check (kind in ('submission', 'supplement', 'withdrawal', 'payment')),
	code text not null,
	seq integer not null,
	at timestamptz not null,
	fetched_at timestamptz,
	recorded_at timestamptz,
	acked_at timestamptz,
	alarmed_at timestamptz
);

comment on table exchange.inbox_entry is 'One row for each event of a dossier that its agency''s own system is to fetch; what it says is read from the ledger when it is fetched.';
comment on column exchange.inbox_entry.above is 'The agency and those above it on the day.';
comment on column exchange.inbox_entry.recorded_at is 'When a fetch was last put into the record of access.';

create unique index inbox_entry_event on exchange.inbox_entry (code, seq);
create index inbox_entry_waiting on exchange.inbox_entry (system, number) where acked_at is null;
create index inbox_entry_age on exchange.inbox_entry (at) where acked_at is null;
create index inbox_entry_of on exchange.inbox_entry (system, number);
