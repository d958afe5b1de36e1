create table onestop.walk_in (
	id              uuid primary key,
	officer         uuid not null,
	agency          integer not null,
	service_version bigint not null,
	channel         smallint not null default 1,
	applicant       jsonb not null default '{}',
	answers         jsonb not null default '{}',
	files           jsonb not null default '[]',
	papers          jsonb not null default '[]',
	dossier_code    text,
	saved_at        timestamptz not null
);
create index walk_in_officer on onestop.walk_in (officer, saved_at desc) where dossier_code is null;
comment on table onestop.walk_in is 'A dossier an officer is entering at the desk for somebody who came in person or wrote; saved with every page, turned into a dossier once.';
