-- Next free daily number of each agency (Circular 01/2018/TT-VPCP art. 19). Handed out in blocks in short transactions of their own:
-- gaps are allowed, duplicates are not, and nobody waits for another's submission to commit.
create table dossier.code_counter (
	agency integer not null,
	day date not null,
	next integer not null,
	primary key (agency, day)
) with (fillfactor = 50);

comment on table dossier.code_counter is 'Next free number of the day in the dossier codes of an agency.';
