create table reporting.growing_row (
	regime integer not null,
	period date not null,
	agency integer not null,
	table_code text not null,
	id uuid not null,
	place integer not null,
	content jsonb not null,
	version integer not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, table_code, id)
);

comment on table reporting.growing_row is 'Rows that clerks add to tables that grow: values by the code of the column; numbers as plain decimals, dates as ISO 8601.';
