-- Transactions are numbered by the database server. A dump that is restored into another server finds one that numbers from the beginning
-- again, below what the rows already say. What is added to the server's number here keeps every later transaction behind all earlier ones.
create table dossier.numbering (
	base bigint not null check (base >= 0),
	one boolean primary key default true check (one)
);

comment on table dossier.numbering is 'What is added to the server''s transaction number; raised when the rows came from another server.';
insert into dossier.numbering (base) values (0);

-- Called by every start, before anything is written. The snapshot of the comparison is younger than the one that found what was reached, so rows of
-- other nodes that are running are never taken for those of another server.
create function dossier.follow_server() returns boolean language plpgsql as $$
declare
	known bigint;
	reached bigint;
begin
	select base into known from dossier.numbering for update;
	select greatest(
		coalesce((select max(tx)::text::bigint + 1 from dossier.event), 0),
		coalesce((select max(tx)::text::bigint + 1 from dossier.checkpoint), 0)) into reached;
	if reached <= known + pg_snapshot_xmax(pg_current_snapshot())::text::bigint then
		return false;
	end if;
	update dossier.numbering set base = reached;
	execute format('alter table dossier.event alter column tx set default ((pg_current_xact_id()::text::bigint + %s)::text::xid8)', reached);
	return true;
end
$$;
