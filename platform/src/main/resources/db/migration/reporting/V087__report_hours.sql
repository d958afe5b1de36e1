create table reporting.report_hours (
	regime integer not null,
	period date not null,
	agency integer not null,
	sent_at timestamptz not null,
	idle_minutes integer not null,
	seconds double precision,
	primary key (regime, period, agency)
);

comment on table reporting.report_hours is 'How long people worked on a report until it was sent at that moment, gaps up to idle_minutes counted; null when it is not measured: a workbook, a program, a count. Measured when first asked for, again when the report was sent again or the rule says otherwise. Can be emptied at any time.';
