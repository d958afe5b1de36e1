create table reporting.period_closing (
	regime integer not null,
	period date not null,
	expected integer not null,
	outstanding integer not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period)
);

comment on table reporting.period_closing is 'Who closed a period for the regime''s owner, when, and how many of the reports expected had not come by then. Append-only; a closed period is opened again by corrections of single reports alone.';
