package vn.motcua;

/** Steps of dossiers as an agency's years leave them. */
final class QueueFill {

	static final String SQL = """
			insert into onestop.work_item (id, instance_id, dossier_code, agency, step_id, kind, role, queue, owner, owner_name, step_vi, step_en,
				service_code, service_vi, service_en, applicant_name, applicant_folded, channel, opened_at, due_at, closed_at)
			select 'bench-' || n, 'bench-' || n, 'BENCH-200819-' || lpad(n::text, 7, '0'), case when n % 20 = 0 then ? else 1000000 + n % 200 end,
				sample.step_id, sample.kind, sample.role, (array['TO_RECEIVE','IN_WORK','TO_SIGN','TO_RETURN'])[1 + (n / 20) % 4], null, null,
				sample.step_vi, sample.step_en, sample.service_code, sample.service_vi, sample.service_en, 'Nguyễn Văn ' || n, 'nguyen van ' || n, 2,
				now() - make_interval(hours => n % 900), now() + make_interval(hours => n % 400 - 100), case when (n / 20) % 10 = 0 then null else now() end
			from generate_series(1, ?) n, (select * from onestop.work_item where id not like 'bench-%' limit 1) sample
			""";

	private QueueFill() {
	}

}
