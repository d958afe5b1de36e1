-- The number that an agency's own system gave to a dossier, beside the code it has here.
create table dossier.own_number (
	code text primary key,
	number text not null,
	system uuid not null,
	given_at timestamptz not null
);

comment on table dossier.own_number is 'Numbers of agencies'' own systems beside the codes of dossiers; people find a dossier by either.';

create unique index own_number_of on dossier.own_number (number, system);
