create table reporting.attachment (
	regime integer not null,
	period date not null,
	agency integer not null,
	section text not null,
	file uuid not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, file)
);

comment on table reporting.attachment is 'Files attached to narrative sections of a report; their bytes are kept by the module file.';
