create table reporting.entry (
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

comment on table reporting.entry is 'Append-only: every change of values, as one row for all cells changed together. Amounts are whole numbers of the smallest unit of their cell; -9223372036854775808 stands for empty. Befores are what stood there, {} when nothing did.';

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

create table reporting.tally (
	regime integer not null,
	period date not null,
	agency integer not null,
	tallies smallint[] not null,
	primary key (regime, period, agency)
) with (fillfactor = 80);

comment on table reporting.tally is 'How far the report of one agency is, as it counts in totals: expected, started, sent, sent on time, accepted, returned.';

create table reporting.pending (
	regime integer not null,
	period date not null,
	agency integer not null,
	version integer,
	tallies smallint[]
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

comment on table reporting.pending is 'Entries (by their version) and changes of tallies that are not yet in the totals above; read and deleted in one transaction with the addition.';

create table reporting.total (
	regime integer not null,
	period date not null,
	unit integer not null,
	amounts bigint[] not null,
	counts integer[] not null,
	tallies integer[] not null,
	primary key (regime, period, unit)
) with (fillfactor = 80, toast_tuple_target = 8160);

comment on table reporting.total is 'Sums over the sheets of a unit and of all under it, by the tree of the last day of the period''s data; unit 0 is the country. Communes have none: their sheet is all.';

create table reporting.counted_tree (
	day date primary key,
	tree bigint not null,
	shape bigint not null
);

comment on table reporting.counted_tree is 'By which tree the totals of periods whose data end on a day were counted: its version, and a digest of who stands under whom on that day.';
