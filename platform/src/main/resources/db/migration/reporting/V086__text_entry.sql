create table reporting.text_entry (
	regime integer not null,
	period date not null,
	agency integer not null,
	kind text not null,
	code text not null,
	version integer not null,
	kept integer not null,
	taken text,
	put text not null,
	source text,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, kind, code, version)
);

comment on table reporting.text_entry is 'Append-only: every change of a text of report_text. After its first kept characters (UTF-16) something was taken out and something put in its place; taken is null, and source too, where the text was older than this table and had been written over before.';

insert into reporting.text_entry (regime, period, agency, kind, code, version, kept, taken, put, account, account_name, at)
select regime, period, agency, kind, code, version, 0, case when version = 1 then '' end, content, account, account_name, at from reporting.report_text;
