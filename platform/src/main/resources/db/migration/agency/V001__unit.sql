create table agency.unit (
	id integer primary key,
	level text not null check (level in ('ministry', 'province', 'district', 'commune', 'department', 'organisation')),
	origin text not null check (origin in ('packaged', 'imported'))
);

comment on table agency.unit is 'Identity of an agency or administrative unit for its whole life; codes and names are in period. Origin imported: the packaged data no longer speaks for it';

create sequence agency.unit_number as integer start 7000001;

comment on sequence agency.unit_number is 'Numbers of units founded by an import; packaged numbers stay below';
