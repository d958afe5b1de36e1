create table reporting.demonstration (
	part text primary key,
	made_at timestamptz not null
);

comment on table reporting.demonstration is 'Parts of the demonstration that are told to their end; one that is not here goes on at the next start. Empty outside demonstrations.';
