alter table reporting.target add said_by text;

comment on table reporting.target is 'What an indicator should reach in a year (chỉ tiêu kế hoạch) for the country (agency 0) or a unit, and which officer said so; none for what came with a file.';
