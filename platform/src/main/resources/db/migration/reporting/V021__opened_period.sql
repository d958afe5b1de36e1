create table reporting.opened_period (
	regime integer not null,
	period date not null,
	obligations integer not null,
	opened_at timestamptz not null,
	primary key (regime, period)
);

comment on table reporting.opened_period is 'Periods whose reports were made out to all who owe one, once each.';
