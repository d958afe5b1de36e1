create table identity.account (
    id uuid primary key,
    kind text not null check (kind in ('CITIZEN', 'ENTERPRISE', 'OFFICER')),
    login text not null unique check (login = lower(login) and length(login) between 2 and 60),
    full_name text not null check (length(full_name) between 1 and 200),
    subject text unique,
    birth_date date,
    sex text check (sex in ('male', 'female')),
    phone text,
    email text,
    address_commune text,
    address_line text,
    assurance text not null check (assurance in ('BASIC', 'VERIFIED')),
    password_hash text not null,
    password_changed_at timestamptz not null,
    totp_secret bytea,
    totp_last_step bigint,
    created_at timestamptz not null,
    closed_at timestamptz,
    check ((kind = 'OFFICER') = (subject is null))
);
comment on table identity.account is 'Accounts of people, enterprises and officers; subject is the personal number or tax code';
create index account_phone on identity.account (phone) where phone is not null;
create index account_name on identity.account (full_name, id);

create table identity.role_grant (
    number bigint generated always as identity primary key,
    account uuid not null references identity.account (id),
    role text not null,
    agency int not null,
    valid_from date not null,
    valid_until date,
    granted_by uuid not null,
    granted_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    check (valid_until is null or valid_until >= valid_from)
);
comment on table identity.role_grant is 'Which role an officer has at which agency, from the first to the last day';
create index role_grant_account on identity.role_grant (account, number);
create unique index role_grant_once on identity.role_grant (account, role, agency) where ended_at is null;
