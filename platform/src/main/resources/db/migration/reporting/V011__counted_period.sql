drop table reporting.counted_tree;

create table reporting.counted_period (
	regime integer not null,
	period date not null,
	day date not null,
	tree bigint not null,
	shape bigint not null,
	primary key (regime, period)
);

comment on table reporting.counted_period is 'By which tree the totals of a period were counted: the last day of its data, the version of the tree, and a digest of who stands under whom on that day.';
