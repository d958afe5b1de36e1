-- Keys of all rooms are kept alike.
alter table reporting.request_key add column location text;

update reporting.request_key set key = 'api ' || key;
