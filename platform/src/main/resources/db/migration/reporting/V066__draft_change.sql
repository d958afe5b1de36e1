create table reporting.draft_change (
	regime integer not null,
	number integer not null,
	edition integer not null,
	part text not null,
	fields text[] not null,
	changed_by uuid not null,
	changed_by_name text not null,
	changed_at timestamptz not null,
	primary key (regime, number, edition),
	foreign key (regime, number) references reporting.regime_version
);

comment on table reporting.draft_change is 'Who changed which part of the draft of a regime: contents (with the names of the fields), words, tables (all of them), or one table by its code. The edition is that of the draft after the change; by it two designers notice each other.';
