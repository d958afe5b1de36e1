create table agency.calendar_day (
	day     date primary key,
	rule    text not null check (rule in ('OFF', 'WORKED', 'MORNING')),
	name_vi text not null,
	name_en text not null,
	source  text not null
);
comment on table agency.calendar_day is 'Days on which agencies work otherwise than the weekday says: holidays, days worked in exchange, half days.';
