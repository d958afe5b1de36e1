-- The ledger: one line for everything that happens to a dossier. Lines are only ever added.
create sequence dossier.event_number as bigint;

create table dossier.event (
	number bigint not null default nextval('dossier.event_number'),
	tx xid8 not null default pg_current_xact_id(),
	received_on date not null,
	code text not null,
	seq integer not null check (seq > 0),
	type text not null,
	status smallint not null check (status between 1 and 10),
	at timestamptz not null,
	recorded_at timestamptz not null default clock_timestamp(),
	actor_kind text not null,
	actor_account uuid not null,
	actor_name text not null,
	agency integer not null,
	channel smallint not null,
	reason text,
	detail jsonb not null,
	primary key (received_on, code, seq)
) partition by range (received_on);

comment on table dossier.event is 'The ledger of dossiers. Append-only; partitioned by the day the dossier was received, which its code carries, so that all lines of a dossier lie in one partition.';
comment on column dossier.event.tx is 'Transaction that appended the line: with number the order in which consumers read.';
comment on column dossier.event.seq is 'Place within the dossier, from 1 without a gap.';
comment on column dossier.event.status is 'National status after the event, 1 to 10.';
comment on column dossier.event.at is 'When it happened; recorded_at is when it was written down.';

create index event_reading_order on dossier.event (tx, number);

create table dossier.event_other partition of dossier.event default;
comment on table dossier.event_other is 'Lines of a month nobody made a partition for: stays empty, checked by the keeper of the partitions.';

create function dossier.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'the ledger is append-only: % on % is refused', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on dossier.event for each row execute function dossier.refuse_change();
create trigger never_emptied before truncate on dossier.event for each statement execute function dossier.refuse_change();
create trigger never_emptied before truncate on dossier.event_other for each statement execute function dossier.refuse_change();
