-- What agencies' systems send that is no event of a dossier.
create table exchange.record (
	number bigint generated always as identity,
	agency integer not null,
	kind text not null check (kind in ('STATISTICS', 'RATINGS', 'POST', 'PAYMENTS', 'QUESTIONS')),
	own_id text not null,
	dossier text,
	period text,
	at timestamptz not null,
	recorded_at timestamptz not null,
	sender uuid not null,
	digest text not null,
	body jsonb not null,
	own_received bigint,
	own_finished bigint,
	own_on_time bigint,
	counted_at timestamptz,
	primary key (agency, kind, own_id),
	unique (number)
);

comment on table exchange.record is 'Statistics, ratings, post, payments and questions of agencies'' systems (Decision 31/2021/QĐ-TTg art. 30), each once by agency, kind and the sender''s own id; the latest version.';
comment on column exchange.record.own_received is 'What the ledger itself counts for the period of a statistic, at counted_at.';

create index record_kind on exchange.record (kind, agency, number);
create index record_dossier on exchange.record (dossier, at) where dossier is not null;
create index record_count on exchange.record (counted_at nulls first) where kind = 'STATISTICS';
