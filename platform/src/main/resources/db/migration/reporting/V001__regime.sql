-- Report regimes with the eleven contents of Decree 09/2019/NĐ-CP; what may change is a version with validity.
create table reporting.regime (
	id integer generated always as identity primary key,
	code text not null unique check (code ~ '^[A-Z][A-Z0-9]*([.-][A-Z0-9]+)*$'),
	owner integer not null,
	period_type text not null check (period_type in ('DAY', 'WEEK', 'TEN_DAYS', 'MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR', 'SCHOOL_YEAR', 'WINDOW')),
	origin text not null check (origin in ('packaged', 'own')),
	created_at timestamptz not null default now()
);

comment on table reporting.regime is 'Report regimes (chế độ báo cáo). Owner is the agency that issued it; the type of its periods never changes, another one is another regime.';

create table reporting.regime_version (
	regime integer not null references reporting.regime,
	number integer not null check (number > 0),
	state text not null check (state in ('DRAFT', 'PUBLISHED', 'ENDED')),
	valid_from date not null,
	valid_until date check (valid_until > valid_from),
	content jsonb not null,
	template jsonb not null,
	version integer not null default 1,
	changed_at timestamptz not null default now(),
	changed_by uuid not null,
	changed_by_name text not null,
	primary key (regime, number)
);

comment on table reporting.regime_version is 'Content: names, the eleven contents, legal basis, who reports and receives, rules of periods, cut-offs and deadlines, burden. Template: tables, narrative sections, checks. A published version does not change but for its end.';

create table reporting.period (
	regime integer not null references reporting.regime,
	starts date not null,
	code text not null,
	regime_version integer not null,
	data_from date not null,
	data_to date not null check (data_to >= data_from),
	opens_at timestamptz not null,
	due_at timestamptz not null,
	grace_until timestamptz not null,
	opened_at timestamptz,
	closed_at timestamptz,
	primary key (regime, starts),
	unique (regime, code),
	foreign key (regime, regime_version) references reporting.regime_version
);

comment on table reporting.period is 'Periods of a regime: the days the data are of, from when agencies can report, until when they must, and the version of the regime it runs on.';

create table reporting.design_state (
	one boolean primary key default true check (one),
	version bigint not null,
	packaged_digest text not null,
	changed_at timestamptz not null
);

comment on table reporting.design_state is 'Version of what regimes and indicators say, by which nodes see that another changed them, and digest of the packaged files that were taken in.';
