create table notification.inbox (
    number bigint generated always as identity primary key,
    key text not null unique,
    account uuid not null,
    at timestamptz not null,
    template text not null,
    arguments jsonb not null,
    href text,
    read_at timestamptz
);
comment on table notification.inbox is 'What a person was told, in their inbox';
create index inbox_account on notification.inbox (account, number desc);
create index inbox_unread on notification.inbox (account) where read_at is null;

create table notification.outbox (
    number bigint generated always as identity primary key,
    key text not null,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    recipient text not null,
    template text not null,
    arguments jsonb not null,
    language text not null,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    given_up_at timestamptz,
    last_error text,
    unique (key, channel)
);
comment on table notification.outbox is 'E-mails and text messages on their way to a provider';
create index outbox_due on notification.outbox (next_attempt_at, number) where next_attempt_at is not null;

create table notification.sandbox (
    number bigint generated always as identity primary key,
    key text not null,
    channel text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    at timestamptz not null,
    unique (key, channel)
);
comment on table notification.sandbox is 'What the sandbox provider delivered, shown on the sample mailbox page in demo mode';
