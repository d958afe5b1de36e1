create table catalogue.abolition (
	id              bigint generated always as identity primary key,
	code            text not null,
	last_version    bigint not null,
	abolished_from  date not null,
	decision_number text not null,
	decided_on      date not null,
	effective_on    date not null,
	abolished_at    timestamptz not null,
	proposed_by     uuid not null,
	approved_by     uuid not null,
	approver_name   text not null,
	unique (code, last_version)
);
comment on table catalogue.abolition is 'Services closed to new dossiers from a day; versions published later open the service again. A row never changes.';
comment on column catalogue.abolition.last_version is 'Number of the newest version that is abolished with it.';
create trigger immutable before update or delete on catalogue.abolition
	for each row execute function catalogue.refuse_change();
create trigger immutable_table before truncate on catalogue.abolition
	for each statement execute function catalogue.refuse_change();
