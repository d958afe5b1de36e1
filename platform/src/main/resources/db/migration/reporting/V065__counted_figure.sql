create table reporting.counted_figure (
	regime integer not null,
	period date not null,
	agency integer not null,
	places smallint[] not null,
	amounts bigint[] not null,
	counted_at timestamptz not null,
	primary key (regime, period, agency)
);

comment on table reporting.counted_figure is 'What the platform counted last for a report, beside what stands in its sheet: where they differ, the agency corrected the count. Whole numbers by place.';

insert into reporting.counted_figure (regime, period, agency, places, amounts, counted_at)
select regime, period, agency, array_agg(place order by place), array_agg(amount order by place), max(at)
from (
	select distinct on (e.regime, e.period, e.agency, p.place) e.regime, e.period, e.agency, p.place, p.amount, e.at
	from reporting.entry e cross join lateral unnest(e.places, e.amounts) as p(place, amount)
	where e.source = 'COUNTED'
	order by e.regime, e.period, e.agency, p.place, e.version desc) as last
where amount <> -9223372036854775808
group by regime, period, agency;
