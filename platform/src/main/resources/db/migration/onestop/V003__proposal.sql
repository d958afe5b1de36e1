create table onestop.proposal (
	dossier_code text primary key,
	granted      boolean not null,
	opinion      text not null,
	proposed_by  uuid not null,
	proposer     text not null,
	proposed_at  timestamptz not null
);
comment on table onestop.proposal is 'What the specialist proposes to the competent person: to grant or to refuse, with the ground. The latest counts.';

create table onestop.component_check (
	dossier_code text not null,
	component_id text not null,
	verdict      text not null,
	note         text,
	checked_by   uuid not null,
	checker      text not null,
	checked_at   timestamptz not null,
	primary key (dossier_code, component_id)
);
comment on table onestop.component_check is 'Papers of a dossier looked at one by one at the desk: ok, missing or wrong, with a note.';

create table onestop.number_series (
	agency      integer not null,
	series      text not null,
	year        smallint not null,
	last_number integer not null,
	primary key (agency, series, year)
);
comment on table onestop.number_series is 'Last number given to a result or a fee receipt, by agency, series and year. Gaps are allowed, duplicates not.';

create table onestop.note (
	id           bigint generated always as identity primary key,
	dossier_code text not null,
	step_vi      text not null,
	step_en      text not null,
	words        text not null,
	written_by   uuid not null,
	writer       text not null,
	written_at   timestamptz not null
);
create index note_dossier on onestop.note (dossier_code, id);
comment on table onestop.note is 'Inner notes and opinions of officers on a step; never shown to the applicant.';
