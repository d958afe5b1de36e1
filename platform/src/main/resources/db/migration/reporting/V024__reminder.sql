create table reporting.reminder_rule (
	regime integer primary key,
	before_days integer[] not null,
	after_days integer[] not null,
	changed_by uuid not null,
	changed_at timestamptz not null
);

comment on table reporting.reminder_rule is 'When those who owe a report are reminded, in working days before and after the deadline; a regime without a row uses two before, one and three after.';

create index obligation_unsent on reporting.obligation (due_at, regime, period) where state in ('OPEN', 'DRAFTING', 'CHECKED', 'APPROVED', 'RETURNED') and not correcting;
