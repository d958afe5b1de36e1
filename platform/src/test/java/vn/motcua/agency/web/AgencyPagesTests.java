package vn.motcua.agency.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

import vn.motcua.TestDatabase;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Visitor;

/** The pages of this module, drawn with the site's shell on a real database. */
@SpringBootTest(classes = AgencyPagesTests.OneModule.class)
@AutoConfigureMockMvc(addFilters = false, print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
class AgencyPagesTests {

	private static final Pattern UNFILLED = Pattern.compile("\\b(agency|problem)\\.[a-z-]+\\.?[a-z-]*|[{}]");

	private final MockMvc pages;

	AgencyPagesTests(@Autowired MockMvc pages) {
		this.pages = pages;
	}

	@Test
	void browsesTheTreeOfADay() throws Exception {
		assertThat(body(get("/quan-tri/don-vi?ngay=2020-08-19"))).contains("Tỉnh Bắc Giang", "Thành phố Hà Nội", "63 đơn vị ngày 19/08/2020");
		assertThat(body(get("/quan-tri/don-vi?ngay=2025-07-01&lang=en"))).contains("34 units on 1 July 2025").doesNotContain("Bắc Giang");
		assertThat(body(get("/quan-tri/don-vi?ngay=2020-08-19&cha=2000020&lang=vi"))).contains("Phường Hàng Bạc", "000.09.21.H26", "Thành phố Hà Nội");
		assertThat(body(get("/quan-tri/don-vi?ngay=2020-08-19&bo=true"))).contains("Bộ Tư pháp");
	}

	@Test
	void showsAUnitWithItsHistoryAndWhoAnswersForIt() throws Exception {
		assertThat(body(get("/quan-tri/don-vi/3000610?ngay=2026-01-01"))).contains("Ngày 01/01/2026 đơn vị này không tồn tại", "Phường Hoàn Kiếm",
				"đến 30/06/2025");
		assertThat(body(get("/quan-tri/don-vi/1000241?ngay=2026-01-01"))).contains("Tỉnh Bắc Giang", "Hình thành từ", "Sở Tư pháp tỉnh Bắc Ninh");
		assertThat(body(get("/quan-tri/don-vi/5001015?ngay=2020-08-19&lang=en"))).contains("Department of Justice of Hà Nội City", "000.00.15.H26");
	}

	@Test
	void importsWhatItExportedAfterAChange() throws Exception {
		String exported = answer(get("/quan-tri/don-vi/xuat?cha=2000030&ngay=2021-01-01")).getContentAsString(StandardCharsets.UTF_8);
		assertThat(exported).startsWith("\ufefflevel,kind,name").contains("commune,phuong,");
		String changed = exported.replace("Nhật Tân", "Ven Sông");

		MockHttpServletResponse putUp = answer(upload(changed));
		assertThat(putUp.getStatus()).isEqualTo(302);
		String preview = body(get(putUp.getRedirectedUrl()));
		assertThat(preview).contains("Phường Ven Sông", "Đổi tên, đổi loại", "Áp dụng các thay đổi");

		Matcher version = Pattern.compile("name=\"phien-ban\" value=\"(\\d+)\"").matcher(preview);
		assertThat(version.find()).isTrue();
		assertThat(answer(post(putUp.getRedirectedUrl() + "/ap-dung").param("phien-ban", "0")).getStatus()).isEqualTo(409);
		assertThat(answer(post(putUp.getRedirectedUrl() + "/ap-dung").param("phien-ban", version.group(1))).getStatus()).isEqualTo(302);
		assertThat(body(get(putUp.getRedirectedUrl()))).contains("đổi tên 1").doesNotContain("Áp dụng các thay đổi");
		assertThat(body(get("/quan-tri/don-vi/nhap"))).contains("don-vi.csv", "Đã áp dụng lúc");
	}

	@Test
	void namesLineFieldAndRuleOfWhatIsWrong() throws Exception {
		MockHttpServletResponse putUp = answer(upload("level,kind,name,code,parent\ncommune,quan,<b>Sai</b>,1,999\n"));

		assertThat(body(get(putUp.getRedirectedUrl()))).contains("Loại không hợp với cấp này", "Mã phải có 2 chữ số với tỉnh", "&lt;b&gt;Sai")
			.doesNotContain("<b>Sai", "Áp dụng các thay đổi");
	}

	@Test
	void answersAnUnreadableFileWithTheFormAndTheReason() throws Exception {
		MockHttpServletResponse refused = answer(upload("name\nHà Nội\n"));

		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("Không đọc được tệp (level)", "type=\"file\"");
	}

	@Test
	void everyPageNamesItsPermission() {
		for (Class<?> controller : Arrays.asList(TreeController.class, ImportController.class, ExportController.class)) {
			assertThat(controller.getAnnotation(RequiresPermission.class).value()).isEqualTo(Permission.AGENCY_MANAGE);
		}
	}

	private static RequestBuilder upload(String csv) {
		return multipart("/quan-tri/don-vi/nhap").file(new MockMultipartFile("tep", "don-vi.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
			.param("ngay", "2021-01-01");
	}

	private String body(RequestBuilder request) throws Exception {
		MockHttpServletResponse response = answer(request);
		assertThat(response.getStatus()).isEqualTo(200);
		String body = response.getContentAsString(StandardCharsets.UTF_8);
		String words = body.substring(body.indexOf("<main"), body.indexOf("</main>")).replaceAll("<[^>]*>", " ");
		assertThat(UNFILLED.matcher(words).results().map(match -> match.group()).toList()).isEmpty();
		return body;
	}

	private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
		return pages.perform(request).andReturn().getResponse();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan({ "vn.motcua.site", "vn.motcua.agency" })
	static class OneModule {

		@Bean
		DataSource dataSource(@Value("${motcua.database.url}") String url, @Value("${motcua.database.user}") String user,
				@Value("${motcua.database.password}") String password) {
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setURL(url);
			dataSource.setUser(user);
			dataSource.setPassword(password);
			Flyway.configure().dataSource(dataSource).schemas("agency").defaultSchema("agency").locations("classpath:db/migration/agency").load()
				.migrate();
			return dataSource;
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		Visitor visitor() {
			return () -> Optional.of(Actor.platform());
		}

	}

}
