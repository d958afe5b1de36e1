-- Days in dossier codes that lines came for, so that a day that nobody compared is seen. Earlier days come when the lines are read anew.
create table exchange.line_day (
	agency text collate "C" not null,
	day date not null,
	primary key (agency, day)
);

comment on table exchange.line_day is 'Days of an agency''s dossier codes that lines came for, each once, whether anybody compared them or not.';

insert into exchange.line_day select agency, day from exchange.examined_day union select agency, day from exchange.day_statement where our_lines > 0;
