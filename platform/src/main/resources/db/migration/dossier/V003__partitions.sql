-- Partitions of both tables by month, made ahead of need.
create function dossier.ensure_month(day date) returns boolean language plpgsql as $$
declare
	first date := date_trunc('month', day)::date;
	month text := to_char(first, 'YYYY_MM');
begin
	if to_regclass('dossier.dossier_' || month) is not null then
		return false;
	end if;
	perform pg_advisory_xact_lock(hashtext('dossier.ensure_month'));
	if to_regclass('dossier.dossier_' || month) is not null then
		return false;
	end if;
	execute format('create table dossier.%I partition of dossier.event for values from (%L) to (%L)', 'event_' || month, first, first + interval '1 month');
	execute format('create trigger never_emptied before truncate on dossier.%I for each statement execute function dossier.refuse_change()', 'event_' || month);
	execute format('create table dossier.%I partition of dossier.dossier for values from (%L) to (%L)', 'dossier_' || month, first, first + interval '1 month');
	return true;
end
$$;

comment on function dossier.ensure_month is 'Makes the partitions of the month of a day; true when they were missing.';
