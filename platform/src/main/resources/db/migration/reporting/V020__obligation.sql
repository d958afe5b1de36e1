create table reporting.obligation (
	regime integer not null,
	period date not null,
	agency integer not null,
	state text not null check (state in ('OPEN', 'DRAFTING', 'CHECKED', 'APPROVED', 'SENT', 'RECEIVED', 'RETURNED', 'ACCEPTED', 'AGGREGATED', 'CLOSED')),
	receiver integer not null,
	due_at timestamptz not null,
	grace_until timestamptz,
	moved boolean not null default false,
	sent_at timestamptz,
	assignee uuid,
	assignee_name text,
	version integer not null default 1,
	signed_version integer,
	correcting boolean not null default false,
	reminded smallint not null default 0,
	changed_at timestamptz not null default now(),
	primary key (regime, period, agency)
);

comment on table reporting.obligation is 'Who owes a report for a period, to whom, until when, and how far it is. Receiver 0 is the regime''s owner. Moved: the report has a deadline of its own, by an extension or a return. Grace until: still on time, null when that is the deadline. Correcting: opened again after it was accepted or closed. Reminded: how many of the reminders for this deadline went out. Fold of the steps.';

create index obligation_agency on reporting.obligation (agency, due_at desc);
create index obligation_receiver on reporting.obligation (receiver, period desc, regime, agency);
create index obligation_moved on reporting.obligation (regime, period, due_at) where moved and sent_at is null;

create table reporting.step (
	regime integer not null,
	period date not null,
	agency integer not null,
	number integer not null,
	kind text not null,
	from_state text,
	to_state text not null,
	reason text,
	due_at timestamptz,
	sheet_version integer,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, number)
);

comment on table reporting.step is 'Append-only: each step of the work of reporting, who, when and why.';
