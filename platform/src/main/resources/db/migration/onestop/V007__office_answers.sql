-- The part of the form that is for the office.
create table onestop.office_answers (
	dossier_code text primary key,
	answers      jsonb not null,
	version      integer not null,
	filled_by    uuid not null,
	officer      text not null,
	filled_at    timestamptz not null
);
comment on table onestop.office_answers is 'What officers filled into the part of the form that is for the office; the applicant never sees it. The latest counts.';
