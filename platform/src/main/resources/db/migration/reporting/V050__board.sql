create table reporting.board (
	number bigint generated always as identity primary key,
	name text not null check (char_length(name) between 1 and 120),
	owner uuid not null,
	owner_name text not null,
	agency integer not null,
	sharing text not null check (sharing in ('OWN', 'AGENCY', 'EVERYBODY')),
	pictures jsonb not null,
	version integer not null default 1,
	changed_at timestamptz not null
);

comment on table reporting.board is 'Boards (bảng số liệu): questions to the figures that somebody keeps, in their order, each with its picture. Figures are not kept, a board shows those of the moment. Agency is the one the owner acted for when the board was made; sharing with the agency means that one.';

create index board_owner on reporting.board (owner, number);
create index board_agency on reporting.board (agency, number) where sharing = 'AGENCY';
create index board_everybody on reporting.board (number) where sharing = 'EVERYBODY';
