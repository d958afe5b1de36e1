create table agency.succession (
	from_unit integer not null references agency.unit,
	to_unit integer not null references agency.unit,
	on_day date not null,
	kind text not null check (kind in ('merged', 'split', 'renamed')),
	share text not null check (share in ('whole', 'part')),
	sure text not null check (sure in ('exact', 'approximate', 'open')),
	origin text not null check (origin in ('packaged', 'imported')),
	primary key (from_unit, to_unit)
);

comment on table agency.succession is 'Which unit answers for one that ended, and from which day on';
