create table reporting.entry (
	id bigint generated always as identity,
	regime integer not null,
	period date not null,
	agency integer not null,
	version integer not null,
	source text not null,
	places smallint[] not null,
	amounts bigint[] not null,
	befores bigint[] not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, version)
);

comment on table reporting.entry is 'Append-only: every change of values, as one row for all cells changed together. Amounts are whole numbers of the smallest unit of their cell; -9223372036854775808 stands for empty. Befores are what stood there.';

create table reporting.sheet (
	regime integer not null,
	period date not null,
	agency integer not null,
	version integer not null,
	amounts bigint[] not null,
	saved_at timestamptz not null,
	primary key (regime, period, agency)
) with (fillfactor = 80, toast_tuple_target = 8160);

comment on table reporting.sheet is 'Fold of the entries: the values of one agency for one period by place. Checked and made again by the command reporting verify, rebuild.';

create table reporting.pending (
	regime integer not null,
	period date not null,
	agency integer not null,
	places smallint[] not null,
	differences bigint[] not null,
	counts smallint[] not null,
	tallies smallint[] not null
);

comment on table reporting.pending is 'What entries and steps change in the totals above, until it is added there; read and deleted in one transaction with the addition.';

create table reporting.total (
	regime integer not null,
	period date not null,
	unit integer not null,
	amounts bigint[] not null,
	counts integer[] not null,
	products numeric[] not null default '{}',
	tallies integer[] not null,
	primary key (regime, period, unit)
) with (fillfactor = 80, toast_tuple_target = 8160);

comment on table reporting.total is 'Sums over the sheets of a unit and of all under it, by the tree of the last day of the period''s data; unit 0 is the country. Communes have none: their sheet is all.';
