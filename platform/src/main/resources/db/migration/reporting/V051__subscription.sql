create table reporting.subscription (
	number bigint generated always as identity primary key,
	account uuid not null,
	agency integer not null,
	board bigint,
	name text,
	question text,
	rhythm text not null check (rhythm in ('DAILY', 'WEEKLY', 'MONTHLY', 'COMPLETE')),
	token text not null unique,
	next_at timestamptz not null,
	sent_at timestamptz,
	created_at timestamptz not null,
	check ((board is null) = (question is not null) and (question is null) = (name is null))
);

comment on table reporting.subscription is 'Who gets figures by e-mail (đăng ký nhận số liệu), of a board or of one question, and how often. Agency is the one the person acted for. Next at: when the next letter is due, or with rhythm COMPLETE when periods are looked at again. Token: secret of the link in the letter by which it can be ended without signing in. A board that is no more, or no longer shared with its reader, ends it when the next letter is due.';

create unique index subscription_board on reporting.subscription (account, board) where board is not null;
create unique index subscription_question on reporting.subscription (account, md5(question)) where question is not null;
create index subscription_due on reporting.subscription (next_at, number);

create table reporting.told_period (
	subscription bigint not null references reporting.subscription on delete cascade,
	question text not null,
	period text not null,
	primary key (subscription, question, period)
);

comment on table reporting.told_period is 'Periods that were complete when a subscription began, or that a letter has told of since. Question: MD5 of it. The empty period says that the question was looked at a first time.';
