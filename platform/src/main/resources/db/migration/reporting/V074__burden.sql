create table reporting.burden_rule (
	valid_from date primary key,
	idle_minutes integer not null,
	least_reports integer not null,
	most_reports integer not null,
	months integer not null,
	yearly_income_vnd bigint not null,
	hours_in_year integer not null,
	source text not null check (length(source) <= 500)
);

comment on table reporting.burden_rule is 'How hours of reporting are measured (gaps up to idle_minutes count as worked; of at least least_reports of the last most_reports sent within so many months) and what an hour is worth. The one with the latest valid_from that is not after the day holds.';

alter table reporting.step add column by_system boolean not null default false;

comment on column reporting.step.by_system is 'The step was a program''s: the platform''s or an agency''s system''s. Not said of steps before this was kept.';
