create table reporting.report_text (
	regime integer not null,
	period date not null,
	agency integer not null,
	kind text not null check (kind in ('NOTE', 'EXPLANATION', 'NARRATIVE')),
	code text not null check (length(code) <= 80),
	content text not null check (length(content) <= 20000),
	version integer not null,
	account uuid not null,
	account_name text not null,
	at timestamptz not null,
	primary key (regime, period, agency, kind, code)
);

comment on table reporting.report_text is 'What a report says in words: notes of cells (code is the place), explanations of warnings (code of the finding), narrative sections (code of the section). The version is checked by whoever writes, so that nobody writes over another''s words.';
