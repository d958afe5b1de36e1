create table reporting.synthetic (
	regime integer not null references reporting.regime,
	period date not null,
	primary key (regime, period)
);

comment on table reporting.synthetic is 'Periods whose values were made up for demonstration. Every answer and every page that shows one of them says so.';
