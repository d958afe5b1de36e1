-- What agencies' systems say that they hold of a day, beside what the ledger holds.
create table exchange.day_statement (
	agency text collate "C" not null,
	day date not null,
	agency_id integer not null,
	above integer[] not null,
	sender uuid not null,
	sender_name text not null,
	stated_at timestamptz not null,
	their_dossiers bigint not null,
	their_lines bigint not null,
	their_digest text not null,
	our_dossiers bigint not null,
	our_lines bigint not null,
	our_digest text not null,
	compared_at timestamptz not null,
	differs_since timestamptz,
	healed_at timestamptz,
	touched_at timestamptz,
	primary key (agency, day)
);

comment on table exchange.day_statement is 'The last statement of an agency''s system about the dossiers of a day, and what the ledger held when it was compared.';
comment on column exchange.day_statement.agency is 'Agency part of the dossier codes; agency_id is whose it was, above are it and those it stands under.';
comment on column exchange.day_statement.differs_since is 'When the difference was first seen; open while healed_at is null.';
comment on column exchange.day_statement.touched_at is 'When the ledger took in lines of that day while a difference was open: to be compared again.';

create index day_statement_differs on exchange.day_statement (differs_since desc, agency, day) where differs_since is not null;
create index day_statement_touched on exchange.day_statement (touched_at) where touched_at is not null;
