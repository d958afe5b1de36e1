create table reporting.dimension (
	code text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,15}$'),
	name_vi text not null,
	name_en text not null
);

comment on table reporting.dimension is 'Ways to break an indicator down (phân tổ): sex, age, sector, kind.';

create table reporting.dimension_item (
	dimension text not null references reporting.dimension,
	code text not null check (code ~ '^[A-Za-z0-9_.+-]{1,24}$'),
	place integer not null,
	name_vi text not null,
	name_en text not null,
	primary key (dimension, code)
);

comment on table reporting.dimension_item is 'Items of a dimension in their order.';

create table reporting.indicator (
	code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,23}$'),
	field text not null,
	name_vi text not null,
	name_en text not null,
	unit text not null,
	decimals smallint not null check (decimals between 0 and 6),
	definition_vi text not null,
	definition_en text not null,
	formula text,
	dimensions text[] not null default '{}',
	over_units text not null,
	over_time text not null,
	weight text,
	responsible integer,
	frequency text not null,
	source text not null,
	origin text not null check (origin in ('packaged', 'own')),
	version integer not null default 1,
	changed_at timestamptz not null default now()
);

comment on table reporting.indicator is 'Indicators (chỉ tiêu) of the nine fields of Decision 293/QĐ-TTg and of regimes: definition, unit, decimals, formula over others, how values are put together over units and over time. Source: the legal basis, or unverified.';

create table reporting.target (
	indicator text not null references reporting.indicator,
	year integer not null check (year between 2000 and 2100),
	agency integer not null,
	amount numeric not null,
	source text not null,
	primary key (indicator, year, agency)
);

comment on table reporting.target is 'What an indicator should reach in a year (chỉ tiêu kế hoạch) for the country (agency 0) or a unit.';

create table reporting.cell (
	regime integer not null references reporting.regime,
	place smallint not null check (place between 0 and 1999),
	indicator text not null references reporting.indicator,
	breakdown text not null,
	decimals smallint not null,
	over_units text not null,
	weight smallint,
	primary key (regime, place),
	unique (regime, indicator, breakdown)
);

comment on table reporting.cell is 'Places of figures in the sheets of a regime; a place is never moved and never given away, so sheets of all versions of a template stay comparable.';
