-- How far each consumer of the ledger has read.
create table dossier.checkpoint (
	consumer text primary key,
	tx xid8 not null default '0',
	number bigint not null default 0,
	moved_at timestamptz not null default now()
);

comment on table dossier.checkpoint is 'Last event (in order of tx, number) that a consumer has taken in.';
