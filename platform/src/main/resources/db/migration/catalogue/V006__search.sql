create table catalogue.search_word (
	id         bigint generated always as identity primary key,
	phrase     text not null check (length(phrase) between 2 and 80),
	meaning    text not null check (length(meaning) between 2 and 120),
	added_at   timestamptz not null,
	added_by   uuid not null,
	adder_name text not null,
	unique (phrase, meaning)
);
comment on table catalogue.search_word is 'What people say and procedures do not, added by editors. Who added and removed is in the record of access.';
comment on column catalogue.search_word.meaning is 'Words that procedures use, or the code of one procedure.';

create table catalogue.search_query (
	day     date not null,
	query   text not null check (length(query) <= 100),
	outcome text not null check (outcome in ('WHOLE', 'PART', 'NOTHING')),
	asked   bigint not null check (asked > 0),
	primary key (day, query, outcome)
);
comment on table catalogue.search_query is 'How often something was looked for on a day and whether it was found. Nothing about who asked.';

create table catalogue.service_use (
	day   date not null,
	code  text not null,
	begun bigint not null check (begun > 0),
	primary key (day, code)
);
comment on table catalogue.service_use is 'How often an application was begun on a day. Decides between services that fit a query equally well.';
