create table agency.period (
	unit integer not null references agency.unit,
	valid_from date not null,
	valid_until date check (valid_until > valid_from),
	kind text not null,
	name text not null check (name <> ''),
	name_en text,
	code text,
	parent integer,
	territory integer,
	from_sure text not null check (from_sure in ('exact', 'approximate', 'open')),
	until_sure text not null check (until_sure in ('exact', 'approximate', 'open')),
	primary key (unit, valid_from)
);

comment on table agency.period is 'A stretch of a unit''s life with one name, kind, statistics code and parent; until is the first day it no longer holds';
